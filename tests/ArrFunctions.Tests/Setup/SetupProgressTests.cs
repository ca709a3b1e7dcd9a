using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Access;

namespace ArrFunctions.Tests.Setup;

public sealed class SetupProgressTests
{
    private static readonly string[] Nothing =
        ["instance open", "connection blocked", "roots open", "mappings blocked", "webhook blocked", "dryRun blocked", "live blocked"];

    [Fact]
    public async Task Each_step_is_done_by_what_is_there()
    {
        await using var bench = await SetupBench.StartEmptyAsync("/movies");
        await bench.FilmAsync("Harbour of Tin");
        Assert.Equal(Nothing, await StepsAsync(bench));

        await bench.AddRadarrAsync();
        await bench.AskAsync(HttpMethod.Put, "config", $$"""{"Audio:Roots":["{{bench.Media}}"]}""");
        Assert.Equal(["instance done", "connection done", "roots done", "mappings open", "webhook open", "dryRun open", "live open"], await StepsAsync(bench));

        await bench.AskAsync(HttpMethod.Put, "mappings", $$"""{"instance":"films","mappings":[{"from":"/movies","to":"{{bench.Media}}/films"}]}""");
        await bench.AskAsync(HttpMethod.Post, "instances/films/webhook");
        Assert.Equal(["instance done", "connection done", "roots done", "mappings done", "webhook done", "dryRun open", "live open"], await StepsAsync(bench));
        Assert.False((await bench.AskAsync(HttpMethod.Get, "setup")).Body.GetProperty("isComplete").GetBoolean());

        await bench.AskAsync(HttpMethod.Put, "config", """{"Audio:DryRun":false}""");
        var (status, report) = await bench.AskAsync(Role.Read, HttpMethod.Get, "setup");
        Assert.Equal((HttpStatusCode.OK, true, false), (status, report.GetProperty("isComplete").GetBoolean(), report.GetProperty("dryRun").GetBoolean()));

        await bench.AskAsync(HttpMethod.Delete, "instances/films");
        await bench.AskAsync(HttpMethod.Put, "config", """{"Audio:Roots":null,"Audio:DryRun":null}""");
        Assert.Equal(Nothing, await StepsAsync(bench));
    }

    [Fact]
    public async Task What_is_wrong_is_told_for_its_instance()
    {
        await using var bench = await SetupBench.StartAsync(with: instance => instance.Name == "series" ? instance with { ApiKey = "another" } : instance);
        await bench.FilmAsync("Harbour of Tin");

        var report = await ReportAsync(bench);

        var connection = Step(report, "connection");
        Assert.Equal(
            [("films", "done"), ("series", "open"), ("prowlarr", "open")],
            connection.GetProperty("instances").EnumerateArray().Select(each => (each.GetProperty("instance").GetString(), each.GetProperty("status").GetString())));
        Assert.Contains("series at", connection.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["films done", "series open"], Step(report, "mappings").GetProperty("instances").EnumerateArray().Select(each => $"{each.GetProperty("instance")} {each.GetProperty("status")}"));
    }

    [Fact]
    public async Task Mappings_and_roots_are_tried_before_they_are_stored()
    {
        await using var bench = await SetupBench.StartEmptyAsync("/movies");
        var film = await bench.FilmAsync("Harbour of Tin");
        await bench.AddRadarrAsync();

        var (_, wrong) = await bench.AskAsync(HttpMethod.Post, "mappings/check", $$"""{"instance":"films","mappings":[],"roots":["{{bench.Media}}","{{bench.Media}}/none"]}""");
        Assert.Equal(["right", "missing"], wrong.GetProperty("roots").EnumerateArray().Select(root => root.GetProperty("code").GetString()));
        var report = wrong.GetProperty("instances")[0];
        Assert.Equal(JsonValueKind.Null, report.GetProperty("sample").ValueKind);
        var proposed = Assert.Single(report.GetProperty("proposedMappings").EnumerateArray());
        Assert.Equal(("/movies", $"{bench.Media}/films"), (proposed.GetProperty("from").GetString(), proposed.GetProperty("to").GetString()));

        var (_, right) = await bench.AskAsync(HttpMethod.Post, "mappings/check", $$"""{"instance":"films","mappings":[{{proposed}}],"roots":["{{bench.Media}}"]}""");
        report = right.GetProperty("instances")[0];
        Assert.Equal((true, film.LocalPath), (report.GetProperty("isRight").GetBoolean(), report.GetProperty("sample").GetString()));
        Assert.Equal(0, (await bench.AskAsync(HttpMethod.Get, "instances/films")).Body.GetProperty("mappings").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"mappings":[]}""", "instanceNeeded")]
    [InlineData("""{"instance":"films","mappings":[{"from":"/movies","to":"movies"}]}""", "mappingInvalid")]
    [InlineData("""{"instance":"films","mappings":[null]}""", "mappingInvalid")]
    [InlineData("""{"roots":["media"]}""", "rootInvalid")]
    [InlineData("""{"roots":["/data\u0000"]}""", "rootInvalid")]
    [InlineData("""{"roots":[null]}""", "rootInvalid")]
    public async Task What_cannot_be_tried_is_told(string body, string code)
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await bench.AddRadarrAsync();

        var answer = await bench.AskAsync(HttpMethod.Post, "mappings/check", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Which_folders_there_are_is_told_to_admins_alone()
    {
        await using var bench = await SetupBench.StartEmptyAsync();

        var (status, body) = await bench.AskAsync(Role.Operate, HttpMethod.Post, "mappings/check", """{"roots":["/root"]}""");

        Assert.Equal((HttpStatusCode.Forbidden, "roleMissing"), (status, body.GetProperty("code").GetString()));
    }

    private static JsonElement Step(JsonElement report, string name) => report.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == name);

    /// <summary>What is not found out in half a second is told as not known yet.</summary>
    private static async Task<JsonElement> ReportAsync(SetupBench bench)
    {
        JsonElement report;
        do
        {
            report = (await bench.AskAsync(HttpMethod.Get, "setup")).Body;
        }
        while ($"{Step(report, "connection")}".Contains("not known yet", StringComparison.Ordinal));
        return report;
    }

    private static async Task<IEnumerable<string>> StepsAsync(SetupBench bench) =>
        (await ReportAsync(bench)).GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("name")} {step.GetProperty("status")}");
}

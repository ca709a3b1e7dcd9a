using System.Net;
using System.Text;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Commands;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>What was set at run time, in processes of their own.</summary>
public sealed class ServiceConfigurationTests
{
    private const string Secret = "5ecret0123456789abcdef0123456789";

    [Fact]
    public async Task What_was_stored_holds_at_once_and_after_a_kill_and_is_known_to_commands()
    {
        using var folder = new ServiceFolder();
        await using (var service = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(service, folder.Data);
            var (status, answer) = await PutAsync(client, $$"""{"Audio:SkipTag": "leave-me", "Jobs:Workers:Slow": 2, "Tmdb:ApiKey": "{{Secret}}", "Audio:DryRun": true}""");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(["live", "restart", "live", "overridden"], answer.GetProperty("settings").EnumerateArray().Select(setting => Text(setting, "effect")));

            var beside = await CommandRun.OfAsync([], "config", "show", "--data", folder.Data, "--json");
            Assert.Contains(beside.Lines, static line => line.Contains("leave-me", StringComparison.Ordinal) && line.Contains("\"stored\"", StringComparison.Ordinal));
            Assert.DoesNotContain(Secret, beside.Output + service.Output, StringComparison.Ordinal);
        }

        await using (var again = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(again, folder.Data);
            var shown = await client.GetAsync("api/config");
            Assert.False(shown.GetProperty("needsRestart").GetBoolean());
            Assert.Equal(("leave-me", "2"), (Text(Find(shown, "Audio:SkipTag"), "value"), Text(Find(shown, "Jobs:Workers:Slow"), "value")));
            Assert.True(Find(shown, "Tmdb:ApiKey").GetProperty("isSet").GetBoolean());
        }

        foreach (var file in Directory.EnumerateFiles(folder.Data, "state*"))
        {
            Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_on_demand_and_a_wrong_one_changes_nothing()
    {
        using var folder = new ServiceFolder();
        await using var service = await folder.StartAsync();
        using var client = ServiceClient.Of(service, folder.Data);
        var file = Path.Combine(folder.Data, "config.yaml");

        await File.WriteAllTextAsync(file, "Audio:\n  SkipTag: from-file\n", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("api/config/reload")).Status);
        Assert.Equal("from-file", Text(Find(await client.GetAsync("api/config"), "Audio:SkipTag"), "value"));

        await File.WriteAllTextAsync(file, "Audio:\n  SkipTag: other\n  Nonsense: 1\n", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("api/config/reload")).Status);
        var shown = await client.GetAsync("api/config");
        Assert.Equal("from-file", Text(Find(shown, "Audio:SkipTag"), "value"));
        Assert.Contains("Audio:Nonsense", Assert.Single(shown.GetProperty("problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hang_up_signal_has_the_file_read_again()
    {
        using var folder = new ServiceFolder();

        // Tests that were started by nohup have a signal that is ignored, and so would the service.
        await using var service = await folder.StartFromShellAsync("exec env --default-signal=HUP \"$0\" \"$@\"");
        using var client = ServiceClient.Of(service, folder.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "config.yaml"), "Audio:\n  SkipTag: by-signal\n", TestContext.Current.CancellationToken);

        await service.HangUpAsync();

        var told = Assert.Single(await client.EventsAsync("config.changed", 1));
        Assert.Equal(("signal", "setting:Audio:SkipTag"), (Text(told, "actor"), Text(told, "subject")));
        Assert.Equal("by-signal", Text(Find(await client.GetAsync("api/config"), "Audio:SkipTag"), "value"));
    }

    [Fact]
    public async Task Of_two_who_change_what_they_saw_the_second_is_told_to_look_again()
    {
        using var folder = new ServiceFolder();
        await using var service = await folder.StartAsync();
        using var client = ServiceClient.Of(service, folder.Data);

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, """{"Audio:SkipTag": "first"}""")).Status);
        var (status, answer) = await PutAsync(client, """{"Audio:SkipTag": "second"}""", "\"seen-before\"");

        Assert.Equal((HttpStatusCode.PreconditionFailed, "configChanged"), (status, Text(answer, "code")));
        Assert.Equal("first", Text(Find(await client.GetAsync("api/config"), "Audio:SkipTag"), "value"));
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> PutAsync(ServiceClient client, string body, string? match = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "api/config") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (match is not null)
        {
            request.Headers.IfMatch.ParseAdd(match);
        }

        return client.SendAsync(request);
    }

    private static JsonElement Find(JsonElement view, string key) => view.GetProperty("settings").EnumerateArray().Single(setting => Text(setting, "key") == key);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

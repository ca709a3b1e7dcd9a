using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Stats;
using ArrFunctions.Tests.Ops.Metrics;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Stats;

/// <summary><c>GET v1/widget</c>: what start pages were told to look up stays there.</summary>
public sealed partial class WidgetTests
{
    private static readonly HealthReport Well = Health(HealthStatus.Healthy, ("store", HealthStatus.Healthy, "It can be written."));

    /// <summary>Written by hand: a line here is never changed or taken out within v1.</summary>
    private static readonly string[] Fields =
    [
        "status String", "version String", "uptimeSeconds Number", "problems Number", "problem String?",
        "indexersUp Number", "indexersDown Number", "indexersDisabled Number",
        "jobsQueued Number", "jobsRunning Number", "filesWaiting Number", "jobsDoneToday Number", "jobsDoneTotal Number", "jobsFailedToday Number", "filesFixed Number",
        "libraryFiles Number", "upgradeCandidates Number", "libraryHealth Number?", "lastExport String?", "lastBackup String?",
    ];

    [Fact]
    public async Task It_tells_what_happened_and_keeps_its_names_and_types()
    {
        await using var house = await FilledHouse.StartAsync();

        var widget = await house.Bench.GetAsync("v1/widget");

        Assert.All(Fields, field => Assert.Contains(KindOf(widget.GetProperty(field.Split(' ')[0])), (string[])[field.Split(' ')[1].TrimEnd('?'), field.EndsWith('?') ? "Null" : "never"]));
        Assert.Equal((1, 0, 0), (Number(widget, "indexersDown"), Number(widget, "indexersUp"), Number(widget, "indexersDisabled")));
        Assert.Equal((1, 1, 1, 1), (Number(widget, "jobsQueued"), Number(widget, "filesWaiting"), Number(widget, "jobsDoneToday"), Number(widget, "jobsDoneTotal")));
        Assert.Equal((3, 2, 50), (Number(widget, "libraryFiles"), Number(widget, "upgradeCandidates"), Number(widget, "libraryHealth")));
        Assert.Equal(house.Bench.Clock.GetUtcNow(), widget.GetProperty("lastExport").GetDateTimeOffset());
    }

    [Fact]
    public void Nothing_known_is_zero_or_null_and_not_left_out()
    {
        var widget = Json(WidgetReport.Of(new JsonObject(), Well));

        Assert.Equal(Fields.Select(static field => field.Split(' ')[0]).Order(StringComparer.Ordinal), widget.EnumerateObject().Select(static field => field.Name).Order(StringComparer.Ordinal));
        Assert.All((string[])["problem", "libraryHealth", "lastExport", "lastBackup"], name => Assert.Equal(JsonValueKind.Null, widget.GetProperty(name).ValueKind));
        Assert.Equal(("healthy", 0), (widget.GetProperty("status").GetString(), Number(widget, "problems")));
    }

    [Fact]
    public void The_gravest_problem_is_told_in_its_first_sentence()
    {
        var widget = WidgetReport.Of(new JsonObject(), Health(
            HealthStatus.Unhealthy,
            ("queue:low", HealthStatus.Degraded, "The lane low is paused. Resume it."),
            ("instance:radarr", null, "not known yet"),
            ("store", HealthStatus.Unhealthy, "The state at 127.0.0.1 cannot be written. Make room."),
            ("tmdb", HealthStatus.Healthy, "It answers.")));

        Assert.Equal(("unhealthy", 2, "The state at 127.0.0.1 cannot be written."), (widget.Status, widget.Problems, widget.Problem));
    }

    [Fact]
    public void The_health_of_several_libraries_goes_by_their_files()
    {
        var widget = WidgetReport.Of(
            JsonNode.Parse("""
                {"exports":{"last":{
                  "radarr":{"ended":"2026-03-01T05:30:00Z","files":300,"candidates":10,"health":80},
                  "sonarr":{"ended":"2026-03-02T05:30:00Z","files":100,"candidates":5,"health":60},
                  "anime":{"ended":"2026-02-01T05:30:00Z","files":0,"candidates":0,"health":null}}},
                 "backups":{"last":"2026-03-02T02:30:00Z"}}
                """)!,
            Well);

        Assert.Equal((400, 15, 75.0), (widget.LibraryFiles, widget.UpgradeCandidates, widget.LibraryHealth));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 5, 30, 0, TimeSpan.Zero), widget.LastExport);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 2, 30, 0, TimeSpan.Zero), widget.LastBackup);
    }

    [Fact]
    public void An_indexer_that_was_taken_out_is_down_and_one_that_a_person_switched_off_is_not()
    {
        var widget = WidgetReport.Of(JsonNode.Parse("""{"indexers":{"now":{"total":10,"working":4,"failing":1,"takenOut":2,"switchedOff":3}}}""")!, Well);

        Assert.Equal((4, 3, 3), (widget.IndexersUp, widget.IndexersDown, widget.IndexersDisabled));
    }

    [Fact]
    public void The_examples_of_the_documentation_ask_for_fields_that_there_are()
    {
        var asked = FieldAsked().Matches(Repository.Read("docs/monitoring/README.md")).Select(static match => match.Groups["field"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.True(asked.Count >= 8, string.Join(' ', asked));
        Assert.Subset(Fields.Select(static field => field.Split(' ')[0]).ToHashSet(StringComparer.Ordinal), asked);
    }

    [Fact]
    public void The_documentation_tells_every_field() =>
        Assert.All(Fields, static field => Assert.Contains($"`{field.Split(' ')[0]}`", Repository.Read("docs/monitoring/README.md"), StringComparison.Ordinal));

    private static HealthReport Health(HealthStatus status, params (string Name, HealthStatus? Status, string Reason)[] checks) =>
        new(status, default, [.. checks.Select(static check => new HealthEntry(check.Name, check.Status, check.Reason, null, null, null))]);

    private static JsonElement Json(Widget widget) => JsonSerializer.SerializeToElement(widget, WidgetJson.Default.Widget);

    private static string KindOf(JsonElement value) => value.ValueKind.ToString();

    private static double Number(JsonElement widget, string name) => widget.GetProperty(name).GetDouble();

    [GeneratedRegex(@"field: (?<field>\w+)|widget\.mappings\[\d\]\.field=(?<field>\w+)|(?:value|\$response)_?json\.(?<field>\w+)|\.Int ""(?<field>\w+)""|\.String ""(?<field>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldAsked();
}

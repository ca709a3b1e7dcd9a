using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.Metrics;

/// <summary>docs/monitoring names the metrics that are there, and no others.</summary>
public sealed partial class MonitoringDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Rows of the table: name, type, labels, unit, meaning. Those of the state file come of the host (its tests look for them).</summary>
    private static Dictionary<string, (string Type, string Labels, string Unit)> Rows => Row().Matches(Repository.Read("docs/monitoring/README.md"))
        .ToDictionary(row => row.Groups["name"].Value, row => (row.Groups["type"].Value, row.Groups["labels"].Value, row.Groups["unit"].Value), StringComparer.Ordinal);

    [Fact]
    public async Task The_table_has_what_a_service_shows_in_which_everything_has_happened()
    {
        await using var house = await FilledHouse.StartAsync();
        var shown = Exposition.Read(await ScrapeTests.ScrapeAsync(house.Bench, "*/*"), isOpen: false);
        var names = shown.Metrics.Keys.Select(name => name == "arrfunctions_version_info" ? "arrfunctions_version" : name);

        Assert.Equal(Rows.Keys.Where(name => !name.StartsWith("arrfunctions_store_", StringComparison.Ordinal)).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_table_tells_the_type_the_labels_and_the_unit_of_each()
    {
        await using var bench = await HttpBench.StartAsync();
        var rows = Rows;
        var families = bench.Services.GetRequiredService<MetricCollectors>().Families
            .Concat(bench.Services.GetServices<InstrumentFamily>().Select(each => each.Family))
            .Append(MetricScrape.Version);

        Assert.All(families, family =>
        {
            var kind = family.Kind is MetricKind.GaugeHistogram ? "histogram" : family.Kind.ToString().ToLowerInvariant();
            var labels = family.Labels is [] ? "" : $"`{string.Join("`, `", family.Labels)}`";
            Assert.Equal((family.Name, kind, labels, family.Unit ?? ""), (family.Name, rows[family.FullName("arrfunctions")].Type, rows[family.FullName("arrfunctions")].Labels, rows[family.FullName("arrfunctions")].Unit));
        });
    }

    [Fact]
    public void The_dashboard_asks_for_metrics_that_there_are()
    {
        using var dashboard = JsonDocument.Parse(Repository.Read("docs/monitoring/grafana.json"));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();
        var queries = panels.Where(panel => panel.GetProperty("type").GetString() is not "row")
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!).ToList();

        Assert.True(queries.Count >= 20);
        Assert.All(queries, AssertKnown);
        Assert.Equal(panels.Count, panels.DistinctBy(panel => panel.GetProperty("id").GetInt32()).Count());
        Assert.All(panels, panel => Assert.NotEmpty(panel.GetProperty("title").GetString()!));
        Assert.Contains(dashboard.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray(), variable => variable.GetProperty("type").GetString() is "datasource");
    }

    [Fact]
    public void The_alerts_ask_for_metrics_that_there_are()
    {
        var alerts = AlertExpression().Matches(Repository.Read("docs/monitoring/alerts.yml")).Select(match => match.Groups["expression"].Value).ToList();

        Assert.True(alerts.Count >= 8);
        Assert.All(alerts, AssertKnown);
    }

    [Fact]
    public async Task The_names_of_the_state_file_are_in_the_table()
    {
        var host = await File.ReadAllTextAsync(Repository.PathOf("src/ArrFunctions.SelfHost/Storage/StoreMetrics.cs"), Cancellation);
        var names = StoreName().Matches(host).Select(match => $"arrfunctions_{match.Groups["name"].Value}");

        Assert.Equal(Rows.Keys.Where(name => name.StartsWith("arrfunctions_store_", StringComparison.Ordinal)).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private static void AssertKnown(string expression)
    {
        var known = Rows.Keys.Append("up").Append("arrfunctions_version_info").ToHashSet(StringComparer.Ordinal);
        var asked = Name().Matches(expression).Select(match => match.Value).ToList();
        Assert.True(asked.Count > 0 || expression.StartsWith("up", StringComparison.Ordinal), expression);
        Assert.All(asked, name => Assert.Contains(Suffix().Replace(name, "") is var head && known.Contains(head) ? head : name, known));
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z_0-9]+)` \| (?<type>[a-z]+) \| (?<labels>[^|]*?) ?\| (?<unit>[a-z]*) ?\| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("^ +expr: (?<expression>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AlertExpression();

    [GeneratedRegex(@"\b(arrfunctions|process)_[a-z_0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("_(bucket|count|sum)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex("new\\(\\s*\"(?<name>store_[a-z_]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StoreName();
}

using System.Globalization;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The routes that only Prowlarr has.</summary>
internal static class ProwlarrApi
{
    private static readonly string[] EventTypes = ["unknown", "releaseGrabbed", "indexerQuery", "indexerRss", "indexerAuth"];

    public static void Map(WebApplication server, FakeProwlarr fake)
    {
        server.MapGet("/api/v1/indexerstatus", () => ServarrAnswer.List(Blocked(fake)));
        server.MapGet("/api/v1/indexerstats", (string? startDate, string? endDate, string? indexers) =>
            ServarrAnswer.Of(QueryStatistics.Of(fake.Indexers, [.. Counted(fake, startDate, endDate, indexers)])));
        server.MapGet("/api/v1/history/since", (HttpResponse response, string date, string? eventType) =>
            QueryJson.WriteAsync(response, Entries(fake, Time(date), eventType)));
        server.MapGet("/api/v1/history", (int? page, int? pageSize, string? sortDirection, string? eventType) => ServarrAnswer.Of(
            QueryJson.Page(Entries(fake, DateTimeOffset.MinValue, eventType), page ?? 1, pageSize ?? 10, sortDirection is not "ascending")));
        server.MapGet("/api/v1/applications", () => ServarrAnswer.List(fake.Applications().Select(application => application.Json())));
        server.MapGet("/api/v1/appprofile", () => ServarrAnswer.List([Profile()]));
    }

    private static IEnumerable<JsonObject> Blocked(FakeProwlarr fake) =>
        from indexer in fake.Indexers
        where indexer.BackOff.IsBlocked(fake.Settings.Clock.GetUtcNow())
        select new JsonObject
        {
            ["indexerId"] = indexer.Id,
            ["disabledTill"] = Whole(indexer.BackOff.DisabledTill),
            ["mostRecentFailure"] = Whole(indexer.BackOff.MostRecentFailure),
            ["initialFailure"] = Whole(indexer.BackOff.InitialFailure),
        };

    private static IReadOnlyList<QueryEntry> Entries(FakeProwlarr fake, DateTimeOffset since, string? eventType) =>
        eventType is null ? fake.History.Since(since) : [.. fake.History.Since(since).Where(entry => IsOf(entry, eventType))];

    private static IEnumerable<QueryEntry> Counted(FakeProwlarr fake, string? start, string? end, string? indexers)
    {
        var only = indexers?.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet();
        return fake.History.Since(start is null ? DateTimeOffset.MinValue : Time(start))
            .Where(entry => (end is null || entry.Date <= Time(end)) && only?.Contains(entry.IndexerId) is not false);
    }

    /// <param name="eventType">By name or by number.</param>
    private static bool IsOf(QueryEntry entry, string eventType) =>
        eventType.Equals(entry.EventType, StringComparison.OrdinalIgnoreCase)
        || eventType == Array.IndexOf(EventTypes, entry.EventType).ToString(CultureInfo.InvariantCulture);

    /// <summary>Without the fraction of a second.</summary>
    private static DateTime? Whole(DateTimeOffset? time) => time is { } known ? known.UtcDateTime.AddTicks(-(known.UtcTicks % TimeSpan.TicksPerSecond)) : null;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static JsonObject Profile() => new()
    {
        ["name"] = "Standard",
        ["enableRss"] = true,
        ["enableAutomaticSearch"] = true,
        ["enableInteractiveSearch"] = true,
        ["minimumSeeders"] = 1,
        ["id"] = FakeProwlarr.AppProfile,
    };
}

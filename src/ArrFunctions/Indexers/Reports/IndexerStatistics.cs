using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Reports;

/// <summary>Figures of the last days.</summary>
internal sealed record IndexerStatistics(DateTimeOffset Time, int Days, int Total, int Enabled, IReadOnlyList<InstanceStatistics> Instances);

/// <summary>Of one instance; copies of Prowlarr's are counted, and their questions are in the figures of Prowlarr.</summary>
/// <param name="Error">Why nothing is known; null otherwise.</param>
/// <param name="SuccessRate">Answered questions of all, 0 to 1; null without any.</param>
internal sealed record InstanceStatistics(
    string Instance, ServarrService Service, string? Error, int Total, int Enabled, int Disabled, int Copies, int Questions, int FailedQuestions, double? SuccessRate,
    IReadOnlyList<IndexerFigures> Indexers);

/// <param name="Grabs">What Prowlarr grabbed from it, as Prowlarr counts; null elsewhere.</param>
internal sealed record IndexerFigures(int Id, string Name, bool IsEnabled, UptimeWindow Figures, int? Grabs, int? FailedGrabs);

/// <summary>Counts what happened to the indexers.</summary>
internal sealed class IndexerCounts(ServarrClients clients, IndexerWatch watch, UptimeReports uptime, TimeProvider clock)
{
    /// <param name="days">The last ones up to now, 1 to 3,650.</param>
    public async Task<IndexerStatistics> ReadAsync(int days, CancellationToken cancellationToken)
    {
        var look = await watch.LookAsync(cancellationToken);
        var instances = new List<InstanceStatistics>();
        foreach (var client in clients.All)
        {
            instances.Add(await OfAsync(client, look, days, cancellationToken));
        }

        return new(clock.GetUtcNow(), days, instances.Sum(one => one.Total), instances.Sum(one => one.Enabled), instances);
    }

    private async Task<InstanceStatistics> OfAsync(ServarrClient client, Look look, int days, CancellationToken cancellationToken)
    {
        var (name, service) = (client.Instance.Name, client.Instance.Service);
        var error = look.Failures.GetValueOrDefault(name)?.Message;
        var grabs = await GrabsAsync(client, days, error, cancellationToken);
        var indexers = look.Indexers.Where(indexer => indexer.Key.Instance == name).OrderBy(indexer => indexer.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var figures = new List<IndexerFigures>();
        foreach (var indexer in indexers.Where(indexer => indexer.Origin is IndexerOrigin.Own))
        {
            var grabbed = grabs.GetValueOrDefault(indexer.Key.Id);
            figures.Add(new(
                indexer.Key.Id,
                indexer.Name,
                indexer.IsOn,
                await uptime.ReadAsync(indexer.Key, days, cancellationToken),
                grabbed?.NumberOfGrabs,
                grabbed?.NumberOfFailedGrabs));
        }

        var (questions, failures) = (figures.Sum(one => one.Figures.Questions), figures.Sum(one => one.Figures.FailedQuestions));
        var on = indexers.Count(indexer => indexer.IsOn);
        return new(
            name,
            service,
            error,
            indexers.Count,
            on,
            indexers.Count - on,
            indexers.Count - figures.Count,
            questions,
            failures,
            questions == 0 ? null : (double)(questions - failures) / questions,
            figures);
    }

    /// <summary>Prowlarr's own count; where it cannot be read the figures stand without it.</summary>
    private async Task<IReadOnlyDictionary<int, IndexerStatsResource>> GrabsAsync(
        ServarrClient client, int days, string? error, CancellationToken cancellationToken)
    {
        if (client.Instance.Service is not ServarrService.Prowlarr || error is not null)
        {
            return new Dictionary<int, IndexerStatsResource>();
        }

        try
        {
            var now = clock.GetUtcNow();
            var stats = await client.Indexers.StatsAsync(now.AddDays(-days), now, cancellationToken);
            return stats.DistinctBy(one => one.IndexerId).ToDictionary(one => one.IndexerId);
        }
        catch (ServarrException)
        {
            return new Dictionary<int, IndexerStatsResource>();
        }
    }
}

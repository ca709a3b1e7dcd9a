using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Views;

/// <summary>What one instance told of its indexers and of itself, without secrets.</summary>
/// <param name="Statuses">Prowlarr alone.</param>
/// <param name="ProwlarrUrls">Prowlarr alone: as the applications reach it.</param>
internal sealed record InstanceAnswer(
    Instance Instance,
    DateTimeOffset Time,
    IReadOnlyList<IndexerResource> Indexers,
    IReadOnlyList<IndexerStatusResource> Statuses,
    IReadOnlyList<HealthResource> Health,
    IReadOnlyList<string> ProwlarrUrls)
{
    public static async Task<InstanceAnswer> AskAsync(ServarrClient client, TimeProvider clock, CancellationToken cancellationToken)
    {
        var isProwlarr = client.Instance.Service is ServarrService.Prowlarr;
        var indexers = client.Indexers.ListAsync(cancellationToken);
        var health = client.HealthAsync(cancellationToken);
        var statuses = isProwlarr ? client.Indexers.StatusesAsync(cancellationToken) : Task.FromResult<IReadOnlyList<IndexerStatusResource>>([]);
        var applications = isProwlarr ? client.ApplicationsAsync(cancellationToken) : Task.FromResult<IReadOnlyList<ApplicationResource>>([]);
        await Task.WhenAll(indexers, health, statuses, applications);
        return new(
            client.Instance,
            clock.GetUtcNow(),
            [.. (await indexers).Select(Bare)],
            await statuses,
            await health,
            [.. (await applications).Select(application => application.ProwlarrUrl).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The same answer with one indexer read again; it may be gone.</summary>
    public async Task<InstanceAnswer> ReadAgainAsync(ServarrClient client, int id, CancellationToken cancellationToken)
    {
        var isProwlarr = client.Instance.Service is ServarrService.Prowlarr;
        var indexer = client.Indexers.FindAsync(id, cancellationToken);
        var statuses = isProwlarr ? client.Indexers.StatusesAsync(cancellationToken) : Task.FromResult(Statuses);
        await Task.WhenAll(indexer, statuses);
        return this with
        {
            Indexers = await indexer is { } now
                ? [.. Indexers.Select(old => old.Id == id ? Bare(now) : old)]
                : [.. Indexers.Where(old => old.Id != id)],
            Statuses = await statuses,
        };
    }

    /// <summary>Its fields hold keys and cookies, and take room: the address alone is kept.</summary>
    private static IndexerResource Bare(IndexerResource indexer) => indexer with { Fields = [new("baseUrl", indexer.BaseUrl)], IndexerUrls = null };
}

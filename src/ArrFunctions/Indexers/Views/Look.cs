using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Views;

/// <summary>The indexers of all instances at one time.</summary>
/// <param name="Indexers">Of the instances that answered, copies of Prowlarr's as well.</param>
/// <param name="Answers">Of the instances that answered.</param>
/// <param name="Failures">Why the others did not, by instance.</param>
internal sealed record Look(
    IReadOnlyList<IndexerView> Indexers, IReadOnlyList<InstanceAnswer> Answers, IReadOnlyDictionary<string, ServarrException> Failures)
{
    /// <summary>Each indexer once, where it is judged.</summary>
    public IEnumerable<IndexerView> Judged => Indexers.Where(indexer => indexer.Origin is IndexerOrigin.Own);

    public IndexerView? Find(IndexerKey key) => Indexers.FirstOrDefault(indexer => indexer.Key == key);

    /// <param name="instances">All that are configured: a copy of Prowlarr's is one too while that does not answer.</param>
    public static Look Of(IReadOnlyList<InstanceAnswer> answers, IReadOnlyDictionary<string, ServarrException> failures, IEnumerable<Instance> instances)
    {
        var prowlarrs = instances.Where(instance => instance.Service is ServarrService.Prowlarr)
            .Select(instance => Known(instance, answers.FirstOrDefault(answer => answer.Instance.Name == instance.Name))).ToList();
        return new([.. answers.SelectMany(answer => View(answer, prowlarrs))], answers, failures);
    }

    private static KnownProwlarr Known(Instance instance, InstanceAnswer? answer) => new(
        instance.Name,
        [instance.Url.OriginalString, .. answer?.ProwlarrUrls ?? []],
        (answer?.Indexers ?? []).DistinctBy(indexer => indexer.Id).ToDictionary(indexer => indexer.Id, indexer => indexer.Name ?? ""));

    private static IEnumerable<IndexerView> View(InstanceAnswer answer, IReadOnlyList<KnownProwlarr> prowlarrs)
    {
        var isProwlarr = answer.Instance.Service is ServarrService.Prowlarr;
        var statuses = answer.Statuses.DistinctBy(status => status.IndexerId).ToDictionary(status => status.IndexerId);
        var on = answer.Indexers.Where(indexer => indexer.Flags.AreAnyOn).Select(indexer => indexer.Name ?? "").Distinct(StringComparer.Ordinal);
        var unavailable = isProwlarr ? [] : HealthText.Unavailable(answer.Health, [.. on]);
        foreach (var indexer in answer.Indexers.DistinctBy(indexer => indexer.Id))
        {
            var status = statuses.GetValueOrDefault(indexer.Id) is { DisabledTill: { } till } told && till > answer.Time ? told : null;
            yield return new(
                new(answer.Instance.Name, indexer.Id),
                Quoted.Plain(indexer.Name ?? ""),
                indexer.Protocol ?? "unknown",
                indexer.Flags,
                Uri.TryCreate(indexer.BaseUrl, UriKind.Absolute, out var address) ? address : null,
                indexer.Priority,
                indexer.Privacy,
                isProwlarr ? new IndexerOrigin.Own() : IndexerOrigin.Of(indexer, prowlarrs),
                IsBlocked: status is not null || unavailable.Contains(indexer.Name ?? "", StringComparer.Ordinal))
            {
                BlockedTill = status?.DisabledTill,
                BlockedSince = status?.InitialFailure,
                MostRecentFailure = status?.MostRecentFailure,
            };
        }
    }
}

using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Search;

/// <summary>The upgrade candidates of an instance as the policy judges them, by rank, from what is stored.</summary>
internal sealed class SearchCandidates(LibraryStore library, LibraryReader reader)
{
    /// <returns>Null before the first export.</returns>
    public async Task<IEnumerable<SearchCandidate>?> OfAsync(Instance instance, CancellationToken cancellationToken)
    {
        if (await library.FindStateAsync(instance.Name, cancellationToken) is not ({ Collected: not null }, _))
        {
            return null;
        }

        var scored = await reader.ReadAsync(instance, cancellationToken);
        var unreleased = scored.Titles.Where(static title => title.Status is "announced" or "inCinemas" or "tba").Select(static title => title.Id).ToHashSet();

        // An item has two rows where the entry of what replaced a file was cut off.
        var several = scored.Files.Where(static file => file.EpisodeCount > 1).GroupBy(static file => file.Item)
            .ToDictionary(static rows => rows.Key, static rows => rows.Max(static file => file.EpisodeCount));
        return UpgradeCandidates.Of(scored, hasWorkingIndexer: true).Select(candidate => new SearchCandidate(
            candidate.Item,
            candidate.Name,
            candidate.Priority,
            candidate.Gain,
            candidate.Reason,
            candidate.Blocks.Count > 0,
            !unreleased.Contains(candidate.Item.TitleId),
            several.GetValueOrDefault(candidate.Item, 1)));
    }

    /// <summary>What the instance is asked to search for: the movie, or those episodes of the file that it watches.</summary>
    public async Task<IReadOnlyList<int>> IdsAsync(string instance, ItemKey item, CancellationToken cancellationToken)
    {
        if (item.EpisodeId == 0)
        {
            return [item.TitleId];
        }

        var files = await library.FilesAsync(instance, item.TitleId, cancellationToken);
        var episodes = files.FirstOrDefault(found => found.File.Episodes is [var first, ..] && first.Id == item.EpisodeId).File?.Episodes ?? [];
        int[] watched = [.. episodes.Where(static episode => episode.IsMonitored).Select(static episode => episode.Id)];
        return watched is [] ? [item.EpisodeId] : watched;
    }
}

using System.Text.Json;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The statistics of a series and of its seasons, as Sonarr counts them.</summary>
internal sealed class EpisodeCounts(Series series, IReadOnlyList<Episode> episodes, IReadOnlyList<LibraryFile> files, DateTimeOffset now)
{
    private readonly HashSet<int> held = [.. files.SelectMany(file => file.Episodes).Select(episode => episode.Id)];

    public IReadOnlyList<int> Seasons { get; } = [.. episodes.Select(episode => episode.SeasonNumber).Distinct().Order()];

    /// <returns>Null before its first episode is aired.</returns>
    public DateTimeOffset? LastAired(int season)
    {
        DateTimeOffset? last = null;
        foreach (var episode in episodes.Where(episode => episode.SeasonNumber == season && series.AiredOf(episode) <= now))
        {
            last = last > series.AiredOf(episode) ? last : series.AiredOf(episode);
        }

        return last;
    }

    /// <summary>Writes what there is of a season, or of all, and ends the object.</summary>
    public void Write(Utf8JsonWriter json, int? season)
    {
        var listed = episodes.Where(episode => season is null || episode.SeasonNumber == season).ToList();
        var having = listed.Count(episode => held.Contains(episode.Id));
        var wanted = listed.Count(episode => held.Contains(episode.Id) || (episode.Monitored && series.AiredOf(episode) <= now));
        var kept = files.Where(file => season is null || file.Episodes[0].SeasonNumber == season).ToList();
        json.WriteNumber("episodeFileCount", having);
        json.WriteNumber("episodeCount", wanted);
        json.WriteNumber("totalEpisodeCount", listed.Count);
        json.WriteNumber("sizeOnDisk", kept.Sum(file => file.Size));
        json.WriteWords("releaseGroups", kept.Select(file => file.Import.ReleaseGroup).OfType<string>().Distinct(StringComparer.Ordinal));
        json.WriteNumber("percentOfEpisodes", wanted == 0 ? 0m : 100m * having / wanted);
        json.WriteEndObject();
    }
}

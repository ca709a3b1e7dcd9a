using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library;

/// <summary>Reads a library for its analysis: every file once, with texts and formats that are the same held once.</summary>
internal sealed class LibraryReader(LibraryStore store)
{
    public async Task<ScoredLibrary> ReadAsync(Instance instance, CancellationToken cancellationToken)
    {
        var profiles = (await store.ProfilesAsync(instance.Name, cancellationToken)).ToDictionary(static stored => stored.Key, static stored => stored.Value.Profile);
        var formats = (await store.FormatsAsync(instance.Name, cancellationToken)).ToDictionary(static stored => stored.Key, static stored => new ScoredFormat(stored.Key, stored.Value.Name));
        var pool = new SharedValues();
        var titles = new Dictionary<int, LibraryTitle>();
        await foreach (var (stored, _) in store.TitlesAsync(instance.Name, cancellationToken))
        {
            var title = pool.Of(stored.Title);
            titles[title.Id] = title;
            if (!profiles.ContainsKey(title.ProfileId))
            {
                // It was deleted since; the next export knows better.
                profiles[title.ProfileId] = new() { Id = title.ProfileId, Name = $"profile {title.ProfileId}" };
            }
        }

        var files = new List<ScoredFile>();
        await foreach (var row in store.RowsAsync(instance.Name, cancellationToken))
        {
            // A title that came a moment ago is for the next look.
            if (titles.TryGetValue(row.Title.Id, out var title))
            {
                files.Add(FileOf(title, profiles[title.ProfileId], row.File, pool));
            }
        }

        files.TrimExcess();
        return new() { Instance = instance.Name, Service = instance.Service, Profiles = profiles, Formats = formats, Titles = [.. titles.Values], Files = files };
    }

    private static ScoredFile FileOf(LibraryTitle title, ScoreProfile profile, LibraryFile file, SharedValues pool)
    {
        var (first, last) = file.Episodes is [var one, ..] ? (one, file.Episodes[^1]) : (null, null);
        return new()
        {
            Title = title,
            Profile = profile,
            EpisodeId = first?.Id ?? 0,
            Season = first?.Season ?? -1,
            Episode = first?.Number ?? 0,
            LastEpisode = last?.Number ?? 0,
            EpisodeCount = file.Episodes.Count,
            IsMonitored = title.IsMonitored && (first is null || file.Episodes.Any(static episode => episode.IsMonitored)),
            Score = file.Score,
            Formats = pool.Of(file.Formats),
            Size = file.Size,
            Quality = pool.Of(file.Quality),
            QualityId = file.QualityId,
            QualityResolution = file.QualityResolution,
            QualityCutoffNotMet = file.QualityCutoffNotMet,
            Media = file.Media is { } media ? pool.Of(media) : null,
            Added = file.Added,
        };
    }
}

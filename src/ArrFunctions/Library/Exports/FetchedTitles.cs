using ArrFunctions.Library.History;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Fetches and enters movies or series of one instance.</summary>
internal sealed class FetchedTitles(ServarrClient client, LibraryStore store, FetchRules rules, string? exportId, TimeProvider clock)
{
    private readonly string instance = client.Instance.Name;
    private (int Files, int Changes) entered;
    private IReadOnlyDictionary<int, StoredFormat>? formats;

    /// <summary>Files that were looked at.</summary>
    public int Files { get; private set; }

    /// <summary>What was told of them.</summary>
    public int Changes { get; private set; }

    public bool IsDue((StoredTitle Title, string ETag) known) => known.Title.IsDue(rules.State.FullFrom);

    public bool IsToBeRescored((StoredTitle Title, string ETag) known) => !IsDue(known) && known.Title.IsToBeRescored(ProfileOf(known.Title)?.Print);

    /// <summary>Asks for the files of some titles, and enters them.</summary>
    /// <exception cref="TableConflictException">One of them was changed meanwhile; those before it are entered.</exception>
    public async Task FetchAsync(IReadOnlyList<(StoredTitle Title, string? ETag)> titles, CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        if (client.Instance.Service is ServarrService.Sonarr)
        {
            foreach (var (title, etag) in titles)
            {
                var files = title.Print.Length == 0 ? [] : await EpisodeFilesAsync(title.Title.Id, cancellationToken);
                await CommitAsync(await EnterAsync(title, etag, files, asked, cancellationToken), cancellationToken);
            }

            return;
        }

        var movies = titles.Where(static title => title.Title.Print.Length > 0).Select(static title => title.Title.Title.Id).ToList();
        var found = new Dictionary<int, LibraryFile>();
        if (movies.Count > 0)
        {
            await foreach (var file in client.MovieFilesAsync(movies, cancellationToken))
            {
                found[file.MovieId] = FileReading.Of(file, []);
            }
        }

        var groups = new List<IReadOnlyList<TableChange>>();
        foreach (var (title, etag) in titles)
        {
            groups.AddRange(await EnterAsync(title, etag, found.TryGetValue(title.Title.Id, out var file) ? [file] : [], asked, cancellationToken));
        }

        await CommitAsync(groups, cancellationToken);
    }

    /// <summary>Works out the scores of the files of a title from the formats that they match.</summary>
    /// <exception cref="TableConflictException">It was changed meanwhile.</exception>
    public async Task RescoreAsync((StoredTitle Title, string ETag) known, CancellationToken cancellationToken)
    {
        var profile = ProfileOf(known.Title)!.Profile;
        var existing = formats ??= await store.FormatsAsync(instance, cancellationToken);
        var files = (await store.FilesAsync(instance, known.Title.Title.Id, cancellationToken)).Select(stored => Rescored(profile, existing, stored.File)).ToList();
        await CommitAsync(await EnterAsync(known.Title, known.ETag, files, asked: null, cancellationToken), cancellationToken);
    }

    private async Task CommitAsync(IEnumerable<IReadOnlyList<TableChange>> groups, CancellationToken cancellationToken)
    {
        var (files, changes) = entered;
        entered = default;
        await store.CommitAsync(instance, groups, cancellationToken);
        (Files, Changes) = (Files + files, Changes + changes);
    }

    /// <summary>A format that is gone matches nothing.</summary>
    private static LibraryFile Rescored(ScoreProfile profile, IReadOnlyDictionary<int, StoredFormat> existing, LibraryFile file)
    {
        List<int> matched = [.. file.Formats.Where(existing.ContainsKey)];
        return file with
        {
            Formats = matched,
            Score = ProfileRules.ScoreOf(profile, matched),
            QualityCutoffNotMet = ProfileRules.IsQualityCutoffNotMet(profile, file.QualityId),
        };
    }

    /// <param name="asked">When its files were asked for; null: they were not.</param>
    private async Task<IEnumerable<IReadOnlyList<TableChange>>> EnterAsync(
        StoredTitle before, string? etag, IReadOnlyList<LibraryFile> files, DateTimeOffset? asked, CancellationToken cancellationToken)
    {
        var profile = ProfileOf(before);
        var known = await store.FilesAsync(instance, before.Title.Id, cancellationToken);
        var diff = ScoreDiff.Of(
            before.Title, profile?.Profile, [.. known.Select(static file => file.File)], files, clock.GetUtcNow(), IsNews(before), exportId);
        var after = before with { ScoredBy = profile?.Print };
        entered = (entered.Files + files.Count, entered.Changes + diff.Changes.Count);
        if (asked is not null)
        {
            // Files that are listed and were not there a moment later are looked for again.
            after = after with { FetchedPrint = files.Count > 0 ? before.Print : "", Fetched = asked, IsStale = false };
        }

        return TitleRecord.Changes(before, etag, after, known, diff);
    }

    /// <summary>What the first export found is none.</summary>
    private bool IsNews(StoredTitle title) => rules.State.First is not null && title.Fetched is not null;

    /// <summary>The files of a series. A file that is replaced between the two calls is in none of them: then both are asked again.</summary>
    private async Task<IReadOnlyList<LibraryFile>> EpisodeFilesAsync(int series, CancellationToken cancellationToken)
    {
        var (files, isWhole) = await AskAsync(series, cancellationToken);
        return isWhole ? files : (await AskAsync(series, cancellationToken)).Files;
    }

    private async Task<(IReadOnlyList<LibraryFile> Files, bool IsWhole)> AskAsync(int series, CancellationToken cancellationToken)
    {
        var episodes = new Dictionary<int, List<LibraryEpisode>>();
        var listed = new HashSet<int>();
        await foreach (var episode in client.EpisodesAsync(series, cancellationToken))
        {
            if (episode is { Id: > 0, EpisodeFileId: > 0 } && listed.Add(episode.Id))
            {
                (episodes.TryGetValue(episode.EpisodeFileId, out var held) ? held : episodes[episode.EpisodeFileId] = []).Add(FileReading.EpisodeOf(episode));
            }
        }

        var files = new List<LibraryFile>();
        await foreach (var file in client.EpisodeFilesAsync(series, cancellationToken))
        {
            // A file that holds no episode is on its way.
            if (episodes.Remove(file.Id, out var held))
            {
                files.Add(FileReading.Of(file, [.. held.OrderBy(static episode => episode.Season).ThenBy(static episode => episode.Number).Take(FileReading.MostEpisodes)]));
            }
        }

        return (files, episodes.Count == 0);
    }

    private StoredProfile? ProfileOf(StoredTitle title) => rules.Profiles.GetValueOrDefault(title.Title.ProfileId);
}

namespace ArrFunctions.Library.History;

/// <summary>What became of the files of one movie or series.</summary>
/// <param name="Files">As they are to be kept: with when they were seen first and changed last.</param>
/// <param name="Changes">What is to be told: at most one for each item.</param>
internal sealed record ScoreDiff(IReadOnlyList<LibraryFile> Files, IReadOnlyList<ScoreChange> Changes)
{
    /// <summary>Compares what is known with what was fetched. An item is a movie or an episode: another file of the same one is an upgrade, a downgrade or
    /// a replacement, and a file of several episodes counts once, at its first.</summary>
    /// <param name="title">The movie or series.</param>
    /// <param name="profile">Orders qualities where scores are equal; null: nothing does.</param>
    /// <param name="before">Files as they are kept.</param>
    /// <param name="after">Files as they were fetched.</param>
    /// <param name="now">When.</param>
    /// <param name="isNews">Whether items that were not known are to be told of.</param>
    /// <param name="exportId">Who found it.</param>
    public static ScoreDiff Of(
        LibraryTitle title,
        ScoreProfile? profile,
        IReadOnlyList<LibraryFile> before,
        IReadOnlyList<LibraryFile> after,
        DateTimeOffset now,
        bool isNews,
        string? exportId)
    {
        var (files, changes) = (new List<LibraryFile>(after.Count), new List<ScoreChange>());
        var (held, holding) = (Holders(before), Holders(after));
        foreach (var file in after)
        {
            var old = EpisodesOf(file).Select(episode => held.GetValueOrDefault(episode)).FirstOrDefault(static old => old is not null);
            var kind = old is null ? (isNews ? ScoreChangeKind.Added : null) : KindOf(profile, old, file);
            if (kind is { } changed)
            {
                changes.Add(Change(title, old, file, changed, now, exportId));
            }

            files.Add(file with { FirstSeen = old?.FirstSeen ?? now, Changed = old is not null && kind is null ? old.Changed : now });
        }

        // What was at the second episode of another file goes on there; two rows of one item are what was cut off between them.
        changes.AddRange(before
            .Where(old => !holding.ContainsKey(EpisodesOf(old).First()))
            .DistinctBy(old => ItemOf(title, old))
            .Select(old => Change(title, old, file: null, ScoreChangeKind.Removed, now, exportId)));
        return new(files, changes);
    }

    public static ItemKey ItemOf(LibraryTitle title, LibraryFile file) => new(title.Id, file.Episodes is [var first, ..] ? first.Id : 0);

    /// <summary>The file of each episode, of 0 for a movie; the newer where the entry of what replaced a file was cut off.</summary>
    private static Dictionary<int, LibraryFile> Holders(IReadOnlyList<LibraryFile> files)
    {
        var holders = new Dictionary<int, LibraryFile>();
        foreach (var file in files.OrderBy(static file => file.Changed))
        {
            foreach (var episode in EpisodesOf(file))
            {
                holders[episode] = file;
            }
        }

        return holders;
    }

    private static IEnumerable<int> EpisodesOf(LibraryFile file) => file.Episodes is [] ? [0] : file.Episodes.Select(static episode => episode.Id);

    private static ScoreChangeKind? KindOf(ScoreProfile? profile, LibraryFile old, LibraryFile file) =>
        old.FileId == file.FileId
            ? old.Score != file.Score ? ScoreChangeKind.Rescored
                : old.Path != file.Path ? ScoreChangeKind.Renamed
                : null
            : file.Score.CompareTo(old.Score) switch
            {
                > 0 => ScoreChangeKind.Upgraded,
                < 0 => ScoreChangeKind.Downgraded,
                _ => PlaceOf(profile, file).CompareTo(PlaceOf(profile, old)) switch
                {
                    > 0 => ScoreChangeKind.Upgraded,
                    < 0 => ScoreChangeKind.Downgraded,
                    _ => ScoreChangeKind.Replaced,
                },
            };

    private static int PlaceOf(ScoreProfile? profile, LibraryFile file) => profile is null ? 0 : ProfileRules.PlaceOf(profile, file.QualityId);

    private static ScoreChange Change(
        LibraryTitle title, LibraryFile? old, LibraryFile? file, ScoreChangeKind kind, DateTimeOffset now, string? exportId)
    {
        var shown = (file ?? old)!;
        return new()
        {
            Time = now,
            Item = ItemOf(title, shown),
            Title = TitleText.Of(title, shown.Episodes),
            Kind = kind,
            Before = old?.Score,
            After = file?.Score,
            QualityBefore = old?.Quality,
            QualityAfter = file?.Quality,
            SizeChange = (file?.Size ?? 0) - (old?.Size ?? 0),
            ExportId = exportId,
        };
    }
}

namespace ArrFunctions.Library.Analysis;

/// <summary>A file as the analysis looks at it. Texts, formats and media are shared between files that have the same.</summary>
internal sealed class ScoredFile
{
    public required LibraryTitle Title { get; init; }

    public required ScoreProfile Profile { get; init; }

    /// <summary>Of its first episode; 0 for a movie.</summary>
    public int EpisodeId { get; init; }

    /// <summary>Of its first episode; -1 for a movie.</summary>
    public int Season { get; init; } = -1;

    /// <summary>Number of its first episode.</summary>
    public int Episode { get; init; }

    /// <summary>Number of its last episode: that of its first where it holds one.</summary>
    public int LastEpisode { get; init; }

    /// <summary>Episodes that it holds; 0 for a movie.</summary>
    public int EpisodeCount { get; init; }

    /// <summary>Whether the movie, or the series and one of its episodes, is monitored.</summary>
    public bool IsMonitored { get; init; } = true;

    public required int Score { get; init; }

    public IReadOnlyList<int> Formats { get; init; } = [];

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public required string Quality { get; init; }

    public int QualityId { get; init; }

    public int QualityResolution { get; init; }

    public bool QualityCutoffNotMet { get; init; }

    public LibraryMedia? Media { get; init; }

    public DateTimeOffset Added { get; init; }

    /// <summary>Its profile would not take it today.</summary>
    public bool IsBelowMinimum => Score < Profile.MinScore;

    /// <summary>Nothing could replace it: quality and score are at the cutoffs of its profile.</summary>
    public bool IsAtCutoff => !QualityCutoffNotMet && Score >= Profile.EffectiveCutoffScore;

    /// <summary>Null where its size or how long it runs is not known.</summary>
    public double? BytesPerMinute => Size > 0 && Minutes is > 0 and var minutes ? Size / minutes : null;

    public ItemKey Item => new(Title.Id, EpisodeId);

    /// <summary>"Dark S01E02", "Dark S01E01-E02", "Heat (1995)".</summary>
    public string Name => TitleText.Of(Title, Season, Episode, LastEpisode);

    private double? Minutes => Media?.Runtime is > 0 and var seconds ? seconds / 60.0 : Title.Runtime is { } minutes ? minutes * Math.Max(1, EpisodeCount) : null;
}

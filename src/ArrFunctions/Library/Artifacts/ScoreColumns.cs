using System.Globalization;
using static ArrFunctions.Library.Artifacts.CsvColumn;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The columns of files; docs/artifacts.md says what each one holds.</summary>
internal static class ScoreColumns
{
    public static IReadOnlyList<CsvColumn<ScoreRow>> Standard { get; } =
    [
        Text<ScoreRow>("title", row => row.Title.Title),
        Number<ScoreRow>("year", row => row.Title.Year),
        Text<ScoreRow>("episode", row => row.Episode),
        Number<ScoreRow>("score", row => row.File.Score),
        Number<ScoreRow>("cutoff_score", row => row.Profile?.CutoffScore),
        Text<ScoreRow>("profile", row => row.ProfileName),
        Text<ScoreRow>("quality", row => row.File.Quality),
        Text<ScoreRow>("resolution", row => row.File.Media?.Resolution),
        Text<ScoreRow>("video_codec", row => row.File.Media?.VideoCodec),
        Text<ScoreRow>("dynamic_range", row => row.DynamicRange),
        Number<ScoreRow>("size_bytes", row => row.File.Size),
        List<ScoreRow>("formats", row => row.FormatTexts),
        Text<ScoreRow>("path", row => row.File.Path),
    ];

    public static IReadOnlyList<CsvColumn<ScoreRow>> Detailed { get; } =
    [
        Number<ScoreRow>("title_id", row => row.Title.Id),
        Text<ScoreRow>("title", row => row.Title.Title),
        Number<ScoreRow>("year", row => row.Title.Year),
        Flag<ScoreRow>("monitored", row => row.Title.IsMonitored),
        Text<ScoreRow>("status", row => row.Title.Status),
        List<ScoreRow>("genres", row => row.Title.Genres),
        Text<ScoreRow>("collection", row => row.Title.Collection),
        Text<ScoreRow>("network", row => row.Title.Network),
        Number<ScoreRow>("runtime_minutes", row => row.Title.Runtime),
        Text<ScoreRow>("imdb_id", row => row.Title.ImdbId),
        Number<ScoreRow>("tmdb_id", row => row.Title.TmdbId),
        Number<ScoreRow>("tvdb_id", row => row.Title.TvdbId),
        Text<ScoreRow>("episode", row => row.Episode),
        List<ScoreRow>("episode_titles", row => row.File.Episodes.Select(episode => episode.Title ?? "")),
        List<ScoreRow>("episode_ids", row => row.File.Episodes.Select(episode => episode.Id.ToString(CultureInfo.InvariantCulture))),
        Flag<ScoreRow>("episodes_monitored", row => row.File.Episodes.Any(episode => episode.IsMonitored)),
        Time<ScoreRow>("aired", row => row.File.Episodes is [var first, ..] ? first.Aired : null),
        Number<ScoreRow>("file_id", row => row.File.FileId),
        Number<ScoreRow>("score", row => row.File.Score),
        Text<ScoreRow>("profile", row => row.ProfileName),
        Number<ScoreRow>("min_score", row => row.Profile?.MinScore),
        Number<ScoreRow>("cutoff_score", row => row.Profile?.CutoffScore),
        Flag<ScoreRow>("upgrade_allowed", row => row.Profile is { IsUpgradeAllowed: true }),
        List<ScoreRow>("formats", row => row.FormatTexts),
        Text<ScoreRow>("quality", row => row.File.Quality),
        Number<ScoreRow>("quality_resolution", row => row.File.QualityResolution is 0 ? null : row.File.QualityResolution),
        Flag<ScoreRow>("quality_cutoff_met", row => !row.File.QualityCutoffNotMet),
        Text<ScoreRow>("release_group", row => row.File.ReleaseGroup),
        Text<ScoreRow>("edition", row => row.File.Edition),
        List<ScoreRow>("languages", row => row.File.Languages),
        Text<ScoreRow>("resolution", row => row.File.Media?.Resolution),
        Text<ScoreRow>("video_codec", row => row.File.Media?.VideoCodec),
        Text<ScoreRow>("dynamic_range", row => row.DynamicRange),
        Text<ScoreRow>("audio_codec", row => row.File.Media?.AudioCodec),
        Real<ScoreRow>("audio_channels", row => (double?)row.File.Media?.AudioChannels),
        Text<ScoreRow>("audio_languages", row => row.File.Media?.AudioLanguages),
        Number<ScoreRow>("runtime_seconds", row => row.File.Media?.Runtime),
        Number<ScoreRow>("size_bytes", row => row.File.Size),
        Time<ScoreRow>("added", row => row.File.Added),
        Time<ScoreRow>("first_seen", row => row.File.FirstSeen),
        Time<ScoreRow>("changed", row => row.File.Changed),
        Text<ScoreRow>("path", row => row.File.Path),
    ];
}

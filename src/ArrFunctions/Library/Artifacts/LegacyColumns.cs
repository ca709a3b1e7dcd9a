using ArrFunctions.Servarr;
using static ArrFunctions.Library.Artifacts.CsvColumn;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The column sets of the system that this one replaced: names and order are never changed.</summary>
internal static class LegacyColumns
{
    public static IReadOnlyList<CsvColumn<LegacyRow>> Scores(ServarrService service) => service is ServarrService.Sonarr
        ?
        [
            Text<LegacyRow>("Series_Title", row => row.Row.Title.Title),
            Text<LegacyRow>("Episode", row => row.EpisodeText),
            Text<LegacyRow>("Episode_Title", row => row.Episode?.Title),
            .. File,
            Text<LegacyRow>("Network", row => row.Row.Title.Network),
            Time<LegacyRow>("Air_Date", row => row.Episode?.Aired, "yyyy-MM-dd"),
            Number<LegacyRow>("TVDB_ID", row => row.Row.Title.TvdbId),
            .. End,
        ]
        :
        [
            Text<LegacyRow>("Title", row => row.Row.Title.Title),
            Number<LegacyRow>("Year", row => row.Row.Title.Year),
            .. File,
            Text<LegacyRow>("IMDB_ID", row => row.Row.Title.ImdbId),
            Number<LegacyRow>("TMDB_ID", row => row.Row.Title.TmdbId),
            .. End,
        ];

    public static IReadOnlyList<CsvColumn<LegacyRow>> Simple(ServarrService service) => service is ServarrService.Sonarr
        ?
        [
            Text<LegacyRow>("Series Title", row => row.Row.Title.Title),
            Text<LegacyRow>("Episode", row => row.EpisodeText),
            Text<LegacyRow>("Episode Title", row => row.Episode?.Title),
            .. SimpleFile,
        ]
        : [Text<LegacyRow>("Title", row => row.Row.Title.Title), .. SimpleFile];

    private static IReadOnlyList<CsvColumn<LegacyRow>> File { get; } =
    [
        Text<LegacyRow>("File", row => row.Row.File.Path),
        Number<LegacyRow>("Total_Score", row => row.Row.File.Score),
        Text<LegacyRow>("Quality_Profile", row => row.Row.ProfileName),
        Text<LegacyRow>("Quality", row => row.Row.File.Quality),
        Text<LegacyRow>("Resolution", row => row.Row.File.Media?.Resolution),
        Text<LegacyRow>("Codec", row => row.Row.File.Media?.VideoCodec),
        Real<LegacyRow>("Size_GB", row => row.Size, "0.00"),
    ];

    private static IReadOnlyList<CsvColumn<LegacyRow>> End { get; } =
    [
        List<LegacyRow>("Custom_Formats", row => row.Row.FormatTexts),
        Time<LegacyRow>("Recorded_At", row => row.Recorded),
    ];

    private static IReadOnlyList<CsvColumn<LegacyRow>> SimpleFile { get; } =
    [
        Text<LegacyRow>("File", row => row.Row.File.Path),
        Number<LegacyRow>("Score", row => row.Row.File.Score),
        Text<LegacyRow>("Quality Profile", row => row.Row.ProfileName),
    ];
}

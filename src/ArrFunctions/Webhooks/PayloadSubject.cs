using ArrFunctions.Metadata;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>What an event tells of its film or series.</summary>
internal static class PayloadSubject
{
    public static MediaSubject Of(WebhookPayload payload) => payload switch
    {
        { Series: { } series } => new()
        {
            Kind = MediaKind.Series,
            Id = Known(series.Id),
            Title = Text(series.Title),
            Year = Known(series.Year),
            TmdbId = Known(series.TmdbId),
            TvdbId = Known(series.TvdbId),
            SeriesType = Text(series.Type),
            Tags = series.Tags,
            OriginalLanguage = series.OriginalLanguage?.Name,
        },
        { Movie: { } movie } => new()
        {
            Kind = MediaKind.Movie,
            Id = Known(movie.Id),
            Title = Text(movie.Title),
            Year = Known(movie.Year),
            TmdbId = Known(movie.TmdbId),
            Tags = movie.Tags,
            OriginalLanguage = movie.OriginalLanguage?.Name,
        },
        _ => new(),
    };

    /// <summary>0 is their word for nothing.</summary>
    private static int? Known(long? number) => number is > 0 and <= int.MaxValue ? (int)number : null;

    private static string? Text(string? text) => text is { Length: > 0 } ? Quoted.Plain(text) : null;
}

using System.Globalization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>What the subject of an event is called: "Demo Show S01E03", "Third Movie (2019)".</summary>
internal static class PayloadTitle
{
    public static string? Of(WebhookPayload payload) =>
        payload.Series is { Title: { Length: > 0 } series } ? Quoted.Plain(series)
        : payload.Movie is not { Title: { Length: > 0 } movie } ? null
        : payload.Movie.Year is { } year and > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Quoted.Plain(movie)} ({year})")
        : Quoted.Plain(movie);

    /// <param name="payload">The event.</param>
    /// <param name="path">One of its files: where there are several, its episodes are those that its name tells.</param>
    /// <param name="isOnlyFile">All episodes of the event are in this file.</param>
    public static string? Of(WebhookPayload payload, string? path, bool isOnlyFile)
    {
        var episodes = payload.Episodes.Where(episode => isOnlyFile || path?.Contains(Mark(episode), StringComparison.OrdinalIgnoreCase) is true).ToList();
        return Of(payload) is { } title && episodes.Count > 0 ? $"{title} {Quoted.Plain(string.Join(' ', episodes.Select(Mark).Distinct(StringComparer.Ordinal)))}" : Of(payload);
    }

    private static string Mark(EpisodePayload episode) =>
        string.Create(CultureInfo.InvariantCulture, $"S{episode.SeasonNumber ?? 0:00}E{episode.EpisodeNumber ?? 0:00}");
}

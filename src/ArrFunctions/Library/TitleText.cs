using System.Globalization;

namespace ArrFunctions.Library;

/// <summary>How a movie or an episode is called, for people.</summary>
internal static class TitleText
{
    /// <param name="season">-1 for a movie.</param>
    public static string Of(LibraryTitle title, int season, int episode, int lastEpisode) => season < 0
        ? title.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{title.Title} ({year})") : title.Title
        : $"{title.Title} {EpisodeOf(season, episode, lastEpisode)}";

    /// <summary>"S01E02", "S01E01-E02".</summary>
    public static string EpisodeOf(int season, int episode, int lastEpisode) => lastEpisode > episode
        ? string.Create(CultureInfo.InvariantCulture, $"S{season:00}E{episode:00}-E{lastEpisode:00}")
        : string.Create(CultureInfo.InvariantCulture, $"S{season:00}E{episode:00}");

    public static string Of(LibraryTitle title, IReadOnlyList<LibraryEpisode> episodes) => episodes is [var first, ..]
        ? Of(title, first.Season, first.Number, episodes[^1].Number)
        : Of(title, season: -1, episode: 0, lastEpisode: 0);
}

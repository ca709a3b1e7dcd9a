using System.Globalization;

namespace ArrFunctions.Library;

/// <summary>A movie, or the first episode that a file holds: what stays the same when a file is replaced.</summary>
/// <param name="TitleId">Id of the movie or series at its instance.</param>
/// <param name="EpisodeId">Id of the episode; 0 for a movie.</param>
public readonly record struct ItemKey(int TitleId, int EpisodeId = 0)
{
    /// <param name="text"><c>12</c>, or <c>17-345</c>.</param>
    internal static bool TryParse(string text, out ItemKey item)
    {
        var parts = text.Split('-');
        var (title, episode) = (0, 0);
        var isKey = parts.Length is 1 or 2 && IsId(parts[0], out title) && (parts.Length == 1 || IsId(parts[1], out episode));
        item = new(title, episode);
        return isKey;
    }

    private static bool IsId(string text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}

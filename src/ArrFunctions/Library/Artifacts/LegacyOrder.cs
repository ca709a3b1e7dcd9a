namespace ArrFunctions.Library.Artifacts;

/// <summary>Where a row of <c>legacy-simple.csv</c> stands: movies by score, the highest first, and title; episodes by series and number.</summary>
/// <param name="Position">Among the rows as they came.</param>
internal readonly record struct LegacyOrder(int Score, string Title, int Season, int Number, int Position)
{
    public static LegacyOrder Of(LegacyRow row, int position) => row.Episode is { } episode
        ? new(0, row.Row.Title.Title, episode.Season, episode.Number, position)
        : new(row.Row.File.Score, row.Row.Title.Title, 0, 0, position);

    public static int Compare(LegacyOrder left, LegacyOrder right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order is 0 ? string.CompareOrdinal(left.Title, right.Title) : order;
        return order is 0 ? (left.Season, left.Number, left.Position).CompareTo((right.Season, right.Number, right.Position)) : order;
    }
}

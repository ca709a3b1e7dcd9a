namespace ArrFunctions.Jobs;

/// <summary>Which lanes a query names.</summary>
internal static class LaneFilter
{
    public static string Names { get; } = string.Join(", ", Enum.GetNames<Lane>().Select(name => name.ToLowerInvariant()));

    /// <summary>All lanes for null; false for a word that is no lane.</summary>
    public static bool TryParse(string? name, out IReadOnlyList<Lane> chosen)
    {
        chosen = name is null ? Enum.GetValues<Lane>() : [.. Enum.GetValues<Lane>().Where(lane => string.Equals(name, lane.ToString(), StringComparison.OrdinalIgnoreCase))];
        return chosen.Count > 0;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ArrFunctions.Indexers.Memory;

/// <summary>How far a list was read: up to and with so many observations of one second.</summary>
internal readonly record struct ObservationCursor(DateTimeOffset Second, int Read)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out ObservationCursor cursor)
    {
        cursor = default;
        if (text?.Split('.') is not [var second, var read]
            || !uint.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !int.TryParse(read, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        cursor = new(DateTimeOffset.FromUnixTimeSeconds(seconds), count);
        return true;
    }

    /// <summary>After these, the newest first, that were read from here on.</summary>
    public ObservationCursor After(IReadOnlyList<IndexerObservation> found)
    {
        var second = found[^1].Seen.Time;
        return new(second, found.Count(one => one.Seen.Time == second) + (second == Second ? Read : 0));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Second.ToUnixTimeSeconds()}.{Read}");
}

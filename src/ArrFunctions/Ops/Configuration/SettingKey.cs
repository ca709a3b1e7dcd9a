using System.Globalization;
using System.Text.RegularExpressions;
using ArrFunctions.Jobs;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Keys of settings: segments with colons between them, in any case; placeholders in those of the catalogue.</summary>
internal static partial class SettingKey
{
    /// <summary>Stands for a place in a list, from 0.</summary>
    public const string Place = "{N}";

    /// <summary>Stands for the name of a lane.</summary>
    public const string LaneName = "{Lane}";

    public static string At(string pattern, int place) =>
        pattern.Replace(Place, place.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The key in the catalogue's spelling if it fits the pattern, else null.</summary>
    public static string? Match(string pattern, string key)
    {
        var (wanted, given) = (pattern.Split(':'), key.Split(':'));
        var spelled = wanted.Length == given.Length ? wanted.Zip(given, MatchSegment).ToList() : [null];
        return spelled.Contains(null) ? null : string.Join(':', spelled);
    }

    /// <summary>The patterns with every lane in place of its placeholder.</summary>
    public static IEnumerable<string> WithLanes(string pattern) =>
        Enum.GetNames<Lane>().Select(lane => pattern.Replace(LaneName, lane, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    /// <summary>The key with placeholders for its numbers.</summary>
    public static string WithoutPlaces(string key) => Number.Replace(key, Place);

    /// <summary>The pattern with the numbers of a key for its placeholders, in order.</summary>
    public static string WithPlacesOf(string pattern, string key)
    {
        var numbers = new Queue<string>(Number.Matches(key).Select(match => match.Value));
        return Placeholder.Replace(pattern, _ => numbers.TryDequeue(out var number) ? number : Place);
    }

    /// <summary>A place in a list: 0 to 999, without leading zeros.</summary>
    public static bool TryReadPlace(string segment, out int place) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out place) && place <= 999
        && segment.Length == place.ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>The entry of a list that a key belongs to: <c>Servarr:Instances:0</c> of <c>Servarr:Instances:0:Url</c>; null: it belongs to none.</summary>
    public static string? EntryOf(string key)
    {
        var segments = key.Split(':');
        var place = Array.FindIndex(segments, static segment => TryReadPlace(segment, out _));
        return place > 0 && place < segments.Length - 1 ? string.Join(':', segments[..(place + 1)]) : null;
    }

    /// <summary>The place of that entry; null: it belongs to none.</summary>
    public static int? PlaceOf(string key) => EntryOf(key) is { } entry && TryReadPlace(entry[(entry.LastIndexOf(':') + 1)..], out var place) ? place : null;

    public static string ToVariable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    public static string FromVariable(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    private static string? MatchSegment(string wanted, string given) => wanted switch
    {
        Place => TryReadPlace(given, out _) ? given : null,
        LaneName => Enum.GetNames<Lane>().FirstOrDefault(lane => lane.Equals(given, StringComparison.OrdinalIgnoreCase)),
        _ => wanted.Equals(given, StringComparison.OrdinalIgnoreCase) ? wanted : null,
    };

    [GeneratedRegex("(?<=:)[0-9]+(?=:|$)", RegexOptions.None, 1000)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\{N\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder { get; }
}

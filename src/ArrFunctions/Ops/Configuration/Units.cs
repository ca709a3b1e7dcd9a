using System.Globalization;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Lengths of time and sizes as people write them.</summary>
internal static class Units
{
    private static readonly (string Name, long Seconds)[] Times = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];

    private static readonly Dictionary<string, long> Sizes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["B"] = 1,
        ["kB"] = 1_000, ["MB"] = 1_000_000, ["GB"] = 1_000_000_000, ["TB"] = 1_000_000_000_000,
        ["KiB"] = 1L << 10, ["MiB"] = 1L << 20, ["GiB"] = 1L << 30, ["TiB"] = 1L << 40,
    };

    public static TimeSpan Duration(string text) => TryReadDuration(text, out var value) ? value : throw new FormatException($"'{text}' is no length of time.");

    public static long Size(string text) => TryReadSize(text, out var value) ? value : throw new FormatException($"'{text}' is no size.");

    /// <summary>Days, hours, minutes and seconds, in this order, each at most once: <c>1h30m</c>.</summary>
    public static bool TryReadDuration(string text, out TimeSpan value)
    {
        var rest = text.AsSpan();
        var seconds = 0L;
        foreach (var (name, length) in Times)
        {
            var digits = Digits(rest);
            if (digits is > 0 and <= 7 && rest[digits..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var number = int.Parse(rest[..digits], CultureInfo.InvariantCulture); // 9,999,999 days are a TimeSpan still.
                seconds += number * length;
                rest = rest[(digits + 1)..];
            }
        }

        value = TimeSpan.FromSeconds(seconds);
        return text.Length > 0 && rest.IsEmpty;
    }

    /// <summary>A number of bytes, or one with a unit: <c>10GB</c> is 10^10, <c>500MiB</c> is 500 * 2^20.</summary>
    public static bool TryReadSize(string text, out long value)
    {
        value = 0;
        var digits = Digits(text);
        if (!long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Sizes.TryGetValue(text[digits..].TrimStart(), out var unit) || number > long.MaxValue / unit)
        {
            return false;
        }

        value = number * unit;
        return true;
    }

    /// <summary>A number of bytes for people: "12.3 GB".</summary>
    public static string Show(long bytes)
    {
        var (unit, name) = bytes switch
        {
            >= 1_000_000_000_000 => (1e12, "TB"),
            >= 1_000_000_000 => (1e9, "GB"),
            >= 1_000_000 => (1e6, "MB"),
            >= 1_000 => (1e3, "kB"),
            _ => (1d, "bytes"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / unit:0.##} {name}");
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}

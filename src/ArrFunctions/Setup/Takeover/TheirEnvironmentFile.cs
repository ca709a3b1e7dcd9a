using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup.Takeover;

/// <summary>Reads a <c>.env</c> file as python-dotenv and Compose do: <c>NAME=value</c> a line, <c>export</c> before it, quotes, and remarks behind <c>#</c>.</summary>
internal static class TheirEnvironmentFile
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>In the order of the file; the last of those with one name, in any case, holds.</summary>
    /// <exception cref="TheirConfigurationException">It cannot be read.</exception>
    public static IReadOnlyList<TheirValue> Read(string path)
    {
        var text = SmallFile.TryRead(path, MaxBytes, out var fault) ?? throw new TheirConfigurationException($"{path} cannot be read: {fault}.");
        var values = new Dictionary<string, TheirValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (Parse(line.Trim()) is var (name, value) && IsName(name))
            {
                values[name] = new(name, value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {number + 1}"));
            }
        }

        return [.. values.Values];
    }

    private static (string Name, string Value)? Parse(string line)
    {
        if (line.StartsWith('#') || line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        var name = line[..end].Trim();
        return (name.StartsWith("export ", StringComparison.Ordinal) ? name[7..].Trim() : name, Unquoted(line[(end + 1)..].Trim()));
    }

    private static string Unquoted(string value)
    {
        if (value is ['\'' or '"', ..] && value.IndexOf(value[0], 1) is > 0 and var close)
        {
            return value[1..close];
        }

        var remark = value.StartsWith('#') ? 0 : value.IndexOf(" #", StringComparison.Ordinal);
        return (remark < 0 ? value : value[..remark]).Trim();
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 200 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_');
}

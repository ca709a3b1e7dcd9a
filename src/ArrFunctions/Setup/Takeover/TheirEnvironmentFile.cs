using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup.Takeover;

/// <summary>
/// Reads a <c>.env</c> file as python-dotenv and Compose do: <c>NAME=value</c> a line, <c>export</c> before it, quotes, remarks behind <c>#</c>, and <c>${NAME}</c> or <c>${NAME:-default}</c> for
/// one that stands above it or in the environment, but in single quotes.
/// </summary>
internal static partial class TheirEnvironmentFile
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>In the order of the file; the last of those with one name, in any case, holds.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="environment">What else <c>${NAME}</c> may stand for.</param>
    /// <exception cref="TheirConfigurationException">It cannot be read.</exception>
    public static IReadOnlyList<TheirValue> Read(string path, IReadOnlyDictionary<string, string> environment)
    {
        var text = SmallFile.TryRead(path, MaxBytes, out var fault) ?? throw new TheirConfigurationException($"{path} cannot be read: {fault}.");
        var values = new Dictionary<string, TheirValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (Parse(line.Trim()) is var (name, value, isLiteral) && IsName(name))
            {
                string? unset = null;
                var filled = isLiteral ? value : Variable.Replace(value, found => Fill(found, values, environment, ref unset));
                values[name] = new(name, filled, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {number + 1}"), unset);
            }
        }

        return [.. values.Values];
    }

    private static string Fill(Match found, Dictionary<string, TheirValue> values, IReadOnlyDictionary<string, string> environment, ref string? unset)
    {
        var (name, other) = (found.Groups["name"].Value, found.Groups["default"]);
        var text = values.GetValueOrDefault(name) is { Unset: null } above ? above.Text : environment.GetValueOrDefault(name);
        if (text is { Length: > 0 })
        {
            return text;
        }

        if (!other.Success)
        {
            unset ??= name;
        }

        return other.Success ? other.Value : found.Value;
    }

    private static (string Name, string Value, bool IsLiteral)? Parse(string line)
    {
        if (line.StartsWith('#') || line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        var name = line[..end].Trim();
        var value = line[(end + 1)..].Trim();
        return (name.StartsWith("export", StringComparison.Ordinal) && name is [_, _, _, _, _, _, ' ' or '\t', ..] ? name[7..].Trim() : name, Unquoted(value), value.StartsWith('\''));
    }

    private static string Unquoted(string value) =>
        Quoted.Match(value) is { Success: true } quoted ? Escape.Replace(quoted.Groups["text"].Value, static found => found.Value[1..]) : Remark.Replace(value, "");

    private static bool IsName(string name) => name.Length is > 0 and <= 200 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_');

    /// <summary>A backslash before the quote, or before itself, is taken away.</summary>
    [GeneratedRegex("""^(?:"(?<text>(?:[^"\\]|\\.)*)"|'(?<text>(?:[^'\\]|\\.)*)')""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("""\\["'\\]""", RegexOptions.None, 1000)]
    private static partial Regex Escape { get; }

    [GeneratedRegex(@"(?:^|\s+)#.*$", RegexOptions.None, 1000)]
    private static partial Regex Remark { get; }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_]{1,200})(?::?-(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable { get; }
}

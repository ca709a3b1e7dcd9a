using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup.Takeover;

/// <summary>
/// Reads a <c>.env</c> file as python-dotenv and Compose do: <c>NAME=value</c> a line, <c>export</c> before it, quotes around one line or several, remarks behind <c>#</c>, and <c>${NAME}</c> or
/// <c>${NAME:-default}</c> for one that stands above it or in the environment, but in single quotes.
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
        foreach (Match line in Assignment.Matches(text.ReplaceLineEndings("\n")))
        {
            var (name, value) = (line.Groups["name"].Value, ValueOf(line));
            string? unset = null;
            var filled = line.Groups["single"].Success ? value : Variable.Replace(value, found => Fill(found, values, environment, ref unset));
            values[name] = new(name, filled, unset);
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

    private static string ValueOf(Match line) =>
        line.Groups["double"] is { Success: true } twice ? Escape.Replace(twice.Value, static found => found.Value[1] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", var sign => $"{sign}" })
        : line.Groups["single"] is { Success: true } once ? LiteralEscape.Replace(once.Value, static found => found.Value[1..])
        : Remark.Replace(line.Groups["plain"].Value, "").Trim();

    /// <summary>What stands in quotes may have several lines.</summary>
    [GeneratedRegex(
        """^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z0-9_]{1,200})[ \t]*=[ \t]*(?:"(?<double>(?>[^"\\]+|\\.)*)"|'(?<single>(?>[^'\\]+|\\.)*)'|(?<plain>[^\n]*))""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000)]
    private static partial Regex Assignment { get; }

    [GeneratedRegex("""\\["'\\nrt]""", RegexOptions.None, 1000)]
    private static partial Regex Escape { get; }

    [GeneratedRegex("""\\['\\]""", RegexOptions.None, 1000)]
    private static partial Regex LiteralEscape { get; }

    [GeneratedRegex(@"(?:^|\s+)#.*$", RegexOptions.None, 1000)]
    private static partial Regex Remark { get; }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_]{1,200})(?::?-(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable { get; }
}

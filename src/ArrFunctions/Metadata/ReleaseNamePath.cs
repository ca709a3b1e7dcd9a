using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Takes a path apart into names that the parser can read.</summary>
internal static partial class ReleaseNamePath
{
    /// <summary>File systems take 255 bytes; what is longer is no name and costs no time.</summary>
    private const int LongestName = 512;

    private const int MostNames = 5;

    /// <summary>The name of the file without its extension, then those of its folders from the inside out.</summary>
    public static IReadOnlyList<string> Names(string path)
    {
        var names = new List<string>();
        var rest = path.AsSpan().TrimEnd("/\\");
        while (!rest.IsEmpty && names.Count < MostNames)
        {
            var name = Clean(rest[(rest.LastIndexOfAny('/', '\\') + 1)..]);
            names.Add(names.Count == 0 ? Shorten(Extension.Replace(name, "")) : Shorten(name));
            rest = rest[..Math.Max(0, rest.LastIndexOfAny('/', '\\'))].TrimEnd("/\\");
        }

        return names;
    }

    private static string Shorten(string name) => name.Length > LongestName ? "" : name.Trim();

    /// <summary>One kind of space, hyphen and bracket; nothing that cannot be seen.</summary>
    private static string Clean(ReadOnlySpan<char> name)
    {
        if (name.Length > 2 * LongestName)
        {
            return "";
        }

        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '_' or 0xFFFD => clean.Append(' '),
                '【' or '［' => clean.Append('['),
                '】' or '］' => clean.Append(']'),
                '（' => clean.Append('('),
                '）' => clean.Append(')'),
                '～' or '〜' => clean.Append('~'),
                '–' or '—' or '‐' or '‑' or '−' or '－' => clean.Append('-'),
                '．' => clean.Append('.'),
                >= '０' and <= '９' => clean.Append((char)(rune.Value - '０' + '0')),
                _ when Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) => clean.Append(' '),
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format => clean,
                _ => clean.Append(rune.ToString()),
            };
        }

        return clean.ToString().Normalize();
    }

    // More than one, because some tools append theirs to the one that is there.
    [GeneratedRegex(
        @"(?:\.(?:mkv|mk3d|mka|mks|mp4|m4v|m4a|mov|avi|wmv|asf|flv|f4v"
        + @"|webm|ts|m2ts|mts|m2v|mpe?g|vob|iso|ogm|ogv|3gp|divx|rmvb|rm|strm|nfo|srt|ass|ssa|sub|idx|sup|vtt|nzb|torrent|part)\s*)+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extension { get; }
}

using System.Text.RegularExpressions;

namespace ArrFunctions.Tests.Shared.Deployment;

/// <summary>What the builder of images sees of the repository: what <c>.dockerignore</c> leaves.</summary>
internal static class BuildContext
{
    private static readonly (bool IsKept, Regex Pattern)[] Rules =
    [
        .. Repository.Read(".dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => (line.StartsWith('!'), Of(line.TrimStart('!')))),
    ];

    /// <summary>The last rule that fits decides; what is kept or left out takes with it what lies below.</summary>
    public static bool Has(string path) => Path.Exists(Repository.PathOf(path)) && (Rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)) is not { Pattern: not null } last || last.IsKept);

    private static Regex Of(string pattern) => new(
        $"^{Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}(/.*)?$",
        RegexOptions.None,
        TimeSpan.FromSeconds(1));
}

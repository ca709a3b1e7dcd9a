using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Finds the indexers that an instance calls unavailable. Its words are in the language of its user interface; the names are not.</summary>
internal static class HealthText
{
    private static readonly string[] Checks = ["IndexerStatusCheck", "IndexerLongTermStatusCheck"];

    public static bool IsAboutIndexers(string? check) => Checks.Contains(check, StringComparer.OrdinalIgnoreCase);

    /// <param name="isError">The check is an error: none of them is left, and none is named.</param>
    /// <param name="names">Of the indexers that are switched on.</param>
    /// <returns>The names that are meant.</returns>
    public static IReadOnlyList<string> Unavailable(string message, bool isError, IReadOnlyCollection<string> names)
    {
        // They stand behind a colon, separated by commas; a name can hold commas and colons itself, so known ones are looked for, the longest first.
        var rest = message;
        var found = new List<string>();
        foreach (var name in names.Where(name => name.Length > 0).OrderByDescending(name => name.Length))
        {
            if (Place(rest, name) is { } at)
            {
                found.Add(name);
                rest = string.Concat(rest.AsSpan(0, at), "\0", rest.AsSpan(at + name.Length));
            }
        }

        return found.Count > 0 || !isError ? found : [.. names];
    }

    /// <summary>The names that the health of an instance calls unavailable.</summary>
    public static IReadOnlyList<string> Unavailable(IEnumerable<HealthResource> health, IReadOnlyCollection<string> names) =>
    [
        .. health.Where(item => IsAboutIndexers(item.Source) && item.Message is not null)
            .SelectMany(item => Unavailable(item.Message!, item.Type is "error", names))
            .Distinct(StringComparer.Ordinal),
    ];

    private static int? Place(string message, string name)
    {
        for (var at = message.IndexOf(name, StringComparison.Ordinal); at >= 0; at = message.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((message.AsSpan(0, at) is [.., ':' or ',', ' '] or [.., '：'] or [.., '：', ' ']) && (end == message.Length || message[end] is ',' or '\0'))
            {
                return at;
            }
        }

        return null;
    }
}

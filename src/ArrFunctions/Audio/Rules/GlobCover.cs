namespace ArrFunctions.Audio.Rules;

/// <summary>Whether one pattern takes every path that another one takes, as far as can be told by paths made of the other.</summary>
internal static class GlobCover
{
    /// <summary>Nobody names files with it, so that a pattern that takes it has no such letter of its own in mind.</summary>
    private const string Any = "\uE000";

    /// <summary>Each triples the paths.</summary>
    private const int MostFolders = 4;

    public static bool Covers(Glob wider, Glob narrower) =>
        wider.ToString() == narrower.ToString()
        || GlobBraces.Expand(narrower.ToString()).All(glob => Samples(glob) is { Count: > 0 } paths && paths.TrueForAll(wider.IsMatch));

    /// <returns>None where the pattern has signs whose paths cannot be made so simply.</returns>
    private static List<string> Samples(string glob)
    {
        var parts = glob.StartsWith('/') ? glob[1..].Split('/') : ["**", .. glob.Split('/')];
        if (glob.AsSpan().ContainsAny('[', '\\') || parts.Count(static part => part is "**") > MostFolders)
        {
            return [];
        }

        List<string> paths = [""];
        for (var place = 0; place < parts.Length; place++)
        {
            var (part, isLast) = (parts[place], place == parts.Length - 1);
            string[] ways = part is not "**" ? [$"/{part.Replace("*", Any + Any + Any, StringComparison.Ordinal).Replace("?", Any, StringComparison.Ordinal)}"]
                : isLast ? [$"/{Any}", $"/{Any}/{Any}"]
                : ["", $"/{Any}", $"/{Any}/{Any}"];
            paths = [.. paths.SelectMany(_ => ways, static (path, way) => path + way)];
        }

        return paths;
    }
}

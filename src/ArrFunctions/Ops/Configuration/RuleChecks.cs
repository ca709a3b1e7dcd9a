using ArrFunctions.Audio.Rules;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Whether each rule of <c>Audio:Rules</c> can hold.</summary>
internal static class RuleChecks
{
    public static void Run(ConfigurationResult.Valid valid, Findings findings)
    {
        var rules = valid.Options.Audio.Rules;
        foreach (var rule in rules)
        {
            var about = valid.Layers.PlaceOfEntry(rule.Name);
            if (rules.TakeWhile(earlier => earlier != rule).FirstOrDefault(earlier => Takes(earlier, rule)) is { } first)
            {
                findings.Warn("ruleUnreachable", $"{rule.Name} never holds, because {first.Name} comes before it and takes all of its files. Put it before that one, or remove it.", about);
            }

            foreach (var twice in rule.Paths.GroupBy(static glob => glob.ToString(), StringComparer.Ordinal).Where(static same => same.Count() > 1))
            {
                findings.Warn("patternTwice", $"{rule.Name} has the pattern {twice.Key} twice. Remove one of them.", about);
            }
        }
    }

    /// <summary>Whether every file that fits the later rule fits the earlier one, as far as their conditions tell.</summary>
    private static bool Takes(AudioRule earlier, AudioRule later) =>
        TakesPaths(earlier.Paths, later.Paths)
        && Covers(earlier.Instances, later.Instances, static name => name)
        && Covers(earlier.Tags, later.Tags, static tag => tag.ToUpperInvariant())
        && Covers(earlier.SeriesTypes, later.SeriesTypes, static type => type)
        && Covers(earlier.Kinds, later.Kinds, static kind => kind);

    private static bool TakesPaths(IReadOnlyList<Glob> earlier, IReadOnlyList<Glob> later) =>
        earlier is []
        || earlier.Any(static glob => glob.ToString() is "**" or "/**")
        || (later is not [] && later.All(glob => earlier.Any(wider => GlobCover.Covers(wider, glob))));

    private static bool Covers<T, TKey>(IReadOnlyList<T> earlier, IReadOnlyList<T> later, Func<T, TKey> key) =>
        earlier is [] || (later is not [] && later.Select(key).All(earlier.Select(key).Contains));
}

using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.Ops.Configuration;

/// <summary>What can be read and was probably meant otherwise: one sentence for each, with the setting that it is about.</summary>
internal static class ConfigurationChecks
{
    private const int ShortSecret = 16;

    /// <summary>Their runs ask trackers, or have Sonarr and Radarr ask them.</summary>
    private static readonly string[] AskingTrackers = ["HealthSweep", "HealSweep", "LibrarySearch", "IndexerDiscovery"];

    private static readonly DateTimeOffset AnyTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>With what the reading found.</summary>
    /// <param name="dataFolder">No media belong there.</param>
    public static IReadOnlyList<Finding> All(ConfigurationResult result, string dataFolder)
    {
        var findings = new Findings();
        findings.Add(result.Findings);
        if (result is ConfigurationResult.Valid valid)
        {
            CheckRoots(valid, dataFolder, findings);
            CheckRules(valid, findings);
            CheckInstances(valid, findings);
            CheckOthers(valid, findings);
        }

        return findings.All;
    }

    private static void CheckRoots(ConfigurationResult.Valid valid, string dataFolder, Findings findings)
    {
        var roots = valid.Options.Audio.Roots;
        var about = About(valid, "Audio:Roots");
        foreach (var root in roots)
        {
            if (Unreadable(root) is { } fault)
            {
                findings.Warn("rootUnreachable", $"Audio:Roots: {root} {fault}. Mount it, or remove it from the list.", about);
            }

            if (IsWithin(dataFolder, root))
            {
                findings.Warn("rootHoldsData", $"Audio:Roots: the data folder {dataFolder} lies in {root}. Keep media and state apart.", about);
            }

            if (roots.FirstOrDefault(outer => outer != root && IsWithin(root, outer)) is { } around)
            {
                findings.Warn("rootWithinRoot", $"Audio:Roots: {root} lies in {around}, which covers it. Remove one of them.", about);
            }
        }

        if (roots is [] && !valid.Options.Audio.DryRun)
        {
            findings.Warn("noRoots", "Audio:DryRun is false and Audio:Roots is empty, so that no file of an event is touched. Name the folders of the media.", About(valid, "Audio:DryRun"));
        }
    }

    private static void CheckRules(ConfigurationResult.Valid valid, Findings findings)
    {
        var rules = valid.Options.Audio.Rules;
        foreach (var rule in rules)
        {
            var about = AboutRule(valid, rule);
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

    private static void CheckInstances(ConfigurationResult.Valid valid, Findings findings)
    {
        var servarr = valid.Options.Servarr;
        foreach (var same in servarr.Instances.GroupBy(static instance => instance.Url.AbsoluteUri.TrimEnd('/'), StringComparer.OrdinalIgnoreCase).Where(static same => same.Count() > 1))
        {
            findings.Warn("sameUrl", $"{string.Join(" and ", same.Select(static instance => instance.Name))} have the same URL, so that everything is done twice. Remove one of them.");
        }

        var mappings = servarr.PathMappings;
        for (var place = 0; place < mappings.Count; place++)
        {
            var (from, instance) = (mappings[place].From.TrimEnd('/', '\\'), mappings[place].Instance);
            if (mappings.Take(place).Any(earlier => earlier.From.TrimEnd('/', '\\') == from && (earlier.Instance is null || earlier.Instance == instance)))
            {
                findings.Warn(
                    "mappingShadowed",
                    $"Servarr:PathMappings: {from} is mapped twice{(instance is null ? "" : $" for {instance}")}, and only one of them holds. Remove the other.",
                    About(valid, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Servarr:PathMappings:{place}:From")));
            }
        }
    }

    private static void CheckOthers(ConfigurationResult.Valid valid, Findings findings)
    {
        var options = valid.Options;
        if (options.Audio is { HardlinkPolicy: HardlinkPolicy.Allow, AllowHardlinkEdits: false })
        {
            findings.Warn("allowIsDefer", "Audio:HardlinkPolicy is allow, which is defer as long as Audio:AllowHardlinkEdits is false. Set that to true too, or write defer.", About(valid, "Audio:HardlinkPolicy"));
        }

        if (options.Webhooks.Secret is { Length: < ShortSecret })
        {
            findings.Warn("secretShort", $"Webhooks:Secret has fewer than {ShortSecret} characters and can be guessed. Make one with: openssl rand -hex 32.", About(valid, "Webhooks:Secret"));
        }

        if (options.Indexers.Heal.FailingFor > options.Indexers.KeepObservations)
        {
            findings.Warn("healNever", "Indexers:Heal:FailingFor is longer than Indexers:KeepObservations, so that failures are forgotten before they count.", About(valid, "Indexers:Heal:FailingFor"));
        }

        foreach (var key in AskingTrackers.Select(static name => $"Schedules:{name}"))
        {
            var cron = valid.Layers.Texts(key, SettingCatalogue.Find(key)!.Setting)[0];
            var first = CronTime.Next(cron, AnyTime);
            if (CronTime.Next(cron, first) - first < TimeSpan.FromMinutes(1))
            {
                findings.Warn("scheduleTooOften", $"{key} comes round more than once a minute, and trackers ban people for that. Write 0 for the seconds.", About(valid, key));
            }
        }
    }

    private static SettingEntry About(ConfigurationResult.Valid valid, string key) => valid.Layers.Find(key)?.Entry ?? new(SettingSource.Default, key, key, Text: null);

    private static SettingEntry? AboutRule(ConfigurationResult.Valid valid, AudioRule rule) => valid.Layers.Keys
        .Where(key => key.StartsWith($"{rule.Name}:", StringComparison.Ordinal)).Select(key => valid.Layers.Find(key)!.Entry).MinBy(static entry => entry.Line);

    /// <summary>Whether every file that fits the later rule fits the earlier one, as far as their conditions tell.</summary>
    private static bool Takes(AudioRule earlier, AudioRule later) =>
        (earlier.Paths.Any(static glob => glob.ToString() is "**" or "/**") || Covers(earlier.Paths, later.Paths, static glob => glob.ToString()))
        && Covers(earlier.Instances, later.Instances, static name => name)
        && Covers(earlier.Tags, later.Tags, static tag => tag.ToUpperInvariant())
        && Covers(earlier.SeriesTypes, later.SeriesTypes, static type => type)
        && Covers(earlier.Kinds, later.Kinds, static kind => kind);

    private static bool Covers<T, TKey>(IReadOnlyList<T> earlier, IReadOnlyList<T> later, Func<T, TKey> key) =>
        earlier is [] || (later is not [] && later.Select(key).All(earlier.Select(key).Contains));

    private static bool IsWithin(string path, string folder) =>
        $"{Path.GetFullPath(path).TrimEnd('/')}/".StartsWith($"{Path.GetFullPath(folder).TrimEnd('/')}/", StringComparison.Ordinal);

    private static string? Unreadable(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault();
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return "is not there";
        }
        catch (UnauthorizedAccessException)
        {
            return "cannot be read by this user";
        }
        catch (IOException failure)
        {
            return $"cannot be read ({failure.Message})";
        }
    }
}

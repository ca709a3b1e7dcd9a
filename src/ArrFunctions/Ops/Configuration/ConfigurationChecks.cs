using ArrFunctions.Audio;
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
            RootChecks.Run(valid, dataFolder, findings);
            LanguageChecks.Run(valid, findings);
            RuleChecks.Run(valid, findings);
            AddressChecks.Run(valid, findings);
            MappingChecks.Run(valid, findings);
            CheckOthers(valid, findings);
        }

        return findings.All;
    }

    private static void CheckOthers(ConfigurationResult.Valid valid, Findings findings)
    {
        var options = valid.Options;
        if (options.Audio is { HardlinkPolicy: HardlinkPolicy.Allow, AllowHardlinkEdits: false })
        {
            findings.Warn("allowIsDefer", "Audio:HardlinkPolicy is allow, which is defer as long as Audio:AllowHardlinkEdits is false. Set that to true too, or write defer.", valid.Layers.Place("Audio:HardlinkPolicy"));
        }

        if (options.Webhooks.Secret is { Length: < ShortSecret })
        {
            findings.Warn("secretShort", $"Webhooks:Secret has fewer than {ShortSecret} characters and can be guessed. Make one with: openssl rand -hex 32.", valid.Layers.Place("Webhooks:Secret"));
        }

        if (options.Indexers.Heal.FailingFor > options.Indexers.KeepObservations)
        {
            findings.Warn("healNever", "Indexers:Heal:FailingFor is longer than Indexers:KeepObservations, so that failures are forgotten before they count.", valid.Layers.Place("Indexers:Heal:FailingFor"));
        }

        foreach (var key in AskingTrackers.Select(static name => $"Schedules:{name}"))
        {
            var cron = valid.Layers.Texts(key, SettingCatalogue.Find(key)!.Setting)[0];
            var first = CronTime.Next(cron, AnyTime);
            if (CronTime.Next(cron, first) - first < TimeSpan.FromMinutes(1))
            {
                findings.Warn("scheduleTooOften", $"{key} comes round more than once a minute, and trackers ban people for that. Write 0 for the seconds.", valid.Layers.Place(key));
            }
        }
    }
}

using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Logs;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Reads all settings from all sources.</summary>
internal static class ConfigurationReader
{
    /// <summary>A stored value that cannot be used, after an upgrade or because of what the file says now, is left out and told.</summary>
    public static ConfigurationResult Read(ConfigurationSources sources)
    {
        var result = ReadAll(sources);
        if (result is ConfigurationResult.Valid || sources.Stored is [] || ReadAll(sources with { Stored = [] }) is not ConfigurationResult.Valid)
        {
            return result;
        }

        var (kept, told) = (sources.Stored, new Findings());
        for (; result is ConfigurationResult.Invalid && kept.Count > 0; result = ReadAll(sources with { Stored = kept }))
        {
            kept = StoredFaults.Without(kept, result.Findings, told);
        }

        return result with { Findings = [.. told.All, .. result.Findings] };
    }

    /// <summary>The same without leaving anything out.</summary>
    public static ConfigurationResult ReadAll(ConfigurationSources sources)
    {
        var findings = new Findings();

        // Later wins. What is set at run time comes before the file: the person who wrote the file has the last word.
        var layers = new SettingLayers(findings);
        layers.Add(sources.Stored);
        SettingEntry[] file = [.. File(sources, findings)], environment = [.. EnvironmentVariables.Read(sources.Environment, findings)];
        StoredFaults.RefuseMixed(sources.Stored, [.. file, .. environment], findings);
        layers.Add(file);
        layers.Add(environment);
        layers.Add(sources.Flags.Select(flag => new SettingEntry(SettingSource.CommandLine, flag.Key, flag.Name, flag.Text)));
        return Read(layers, sources, findings);
    }

    /// <summary>What the sources together say.</summary>
    public static ConfigurationResult Read(SettingLayers layers, ConfigurationSources sources, Findings findings)
    {
        var settings = new SettingReader(layers, findings);
        var options = new ArrFunctionsOptions
        {
            Audio = AudioSettings.Read(settings),
            Indexers = IndexersSettings.Read(settings),
            Jobs = JobsSettings.Read(settings),
            Batches = BatchesSettings.Read(settings),
            Library = LibrarySettings.Read(settings),
            Servarr = ServarrSettings.Read(settings),
            Tmdb = TmdbSettings.Read(settings),
            MediaServers = MediaServerSettings.Read(settings),
            Webhooks = WebhookSettings.Read(settings),
            Schedules = ScheduleSettings.Read(settings),
            Logs = LogsSettings.Read(settings),
            Otlp = OtlpSettings.Read(settings),
            Metrics = MetricsSettings.Read(settings),
            Http = HttpSettings.Read(settings),
            Access = AccessSettings.Read(settings),
            Events = EventsSettings.Read(settings),
            Backup = BackupSettings.Read(settings),
            Notifications = NotificationsSettings.Read(settings),
        };
        AudioRuleSettings.RefuseUnknownInstances(settings, options.Audio.Rules, options.Servarr);
        NotificationTargetSettings.RefuseUnknownSchedules(settings, options.Notifications, ScheduleSettings.Names);
        foreach (var (key, entry) in layers.Keys.Where(sources.IsReadByHost).Select(key => (key, layers.Find(key)!.Entry)))
        {
            if (entry.Source is SettingSource.File or SettingSource.Stored)
            {
                findings.Refuse(
                    "readByHost",
                    $"{key} is set in {(entry.Source is SettingSource.File ? sources.File : "the stored settings")}, where the triggers of the Functions host do not see it. Set {SettingKey.ToVariable(key)} as an app setting instead.",
                    entry);
            }
        }

        return findings.HasErrors
            ? new ConfigurationResult.Invalid(findings.All)
            : new ConfigurationResult.Valid(options, settings.Shown, findings.All) { Sources = sources, Layers = layers };
    }

    private static IEnumerable<SettingEntry> File(ConfigurationSources sources, Findings findings) =>
        sources.Text is { } text ? YamlFile.Read(sources.File ?? "the candidate", text, sources.Environment, LookUps.Of(sources.File), findings)
        : sources.File is null || (sources.IsFileOptional && !Path.Exists(sources.File)) ? []
        : YamlFile.Read(sources.File, sources.Environment, findings);
}

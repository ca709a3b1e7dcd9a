using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Reads all settings from all sources.</summary>
internal static class ConfigurationReader
{
    public static ConfigurationResult Read(ConfigurationSources sources)
    {
        var (errors, warnings) = (new List<string>(), new List<string>());

        // Later wins. What is set at run time comes before the file: the person who wrote the file has the last word.
        var layers = new SettingLayers(errors);
        layers.Add(sources.File is { } file ? YamlFile.Read(file, sources.Environment, errors) : []);
        layers.Add(EnvironmentVariables.Read(sources.Environment, warnings));
        layers.Add(sources.Flags.Select(flag => new SettingEntry(SettingSource.CommandLine, flag.Key, flag.Name, flag.Text)));

        var settings = new SettingReader(layers, errors, warnings);
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
            Otlp = OtlpSettings.Read(settings),
            Events = EventsSettings.Read(settings),
        };
        AudioRuleSettings.RefuseUnknownInstances(settings, options.Audio.Rules, options.Servarr);
        return errors is []
            ? new ConfigurationResult.Valid(options, settings.Shown) { Warnings = warnings }
            : new ConfigurationResult.Invalid(errors) { Warnings = warnings };
    }
}

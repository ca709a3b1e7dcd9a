using ArrFunctions.Audio;
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

/// <summary>Every setting there is, each declared once by its feature.</summary>
internal static class SettingCatalogue
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. Live(AudioSettings.All), .. JobsSettings.All, .. BatchesSettings.All, .. Live(LibrarySettings.All), .. Live(ServarrSettings.All), .. Live(TmdbSettings.All), .. Live(MediaServerSettings.All),
        .. Live(WebhookSettings.All), .. Live(IndexersSettings.All), .. Live(ScheduleSettings.All),
        .. LogsSettings.All,
        .. OtlpSettings.All,
        .. MetricsSettings.All,
        .. HttpSettings.All, .. AccessSettings.All,
        .. EventsSettings.All,
        .. BackupSettings.All,
        .. Live(NotificationsSettings.All),
    ];

    /// <summary>Audio, Jobs, ...: what stands before the first colon, but not the flat names.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        [.. All.Where(setting => setting.Key.Contains(':', StringComparison.Ordinal)).Select(setting => setting.Section).Distinct(StringComparer.Ordinal)];

    /// <summary>The setting that a key names; null: none.</summary>
    public static KnownKey? Find(string key) => All.Select(setting => Find(setting, key)).FirstOrDefault(found => found is not null);

    /// <summary>Whether keys of settings begin with this one: <c>Audio</c>, <c>Servarr:Instances:0</c>.</summary>
    public static bool IsSection(string key) => All.Any(setting =>
        setting.Key.Split(':') is var segments && key.Count(':') + 1 is var length && length < segments.Length
        && SettingKey.Match(string.Join(':', segments.Take(length)), key) is not null);

    /// <summary>The key that was probably meant; null: none is near.</summary>
    public static string? Nearest(string key) => NearestSetting(key)
        ?? (SettingFile.WithoutSuffix(key) is { } held && NearestSetting(held) is { } setting ? setting + SettingFile.Suffix : null);

    /// <summary>The sentence about a key that is no setting.</summary>
    public static string Unknown(SettingEntry entry)
    {
        if (IsSection(entry.Key))
        {
            return $"{entry.Name} has settings below it, and no value of its own.";
        }

        // What follows may be a value whose colon has no space behind it, a secret too, and is not repeated.
        if (Prefixes(entry.Key).FirstOrDefault(prefix => Find(prefix) is not null) is { } single)
        {
            return entry.Source is SettingSource.File or SettingSource.Stored
                ? $"{(entry with { Key = single }).Name} has no settings below it. Is a space missing behind its colon?"
                : $"{entry.Name} is no setting. {entry.Spell(single)} has none below it.";
        }

        if (Nearest(entry.Key) is { } nearest)
        {
            return $"{entry.Name} is no setting. Did you mean {entry.Spell(nearest)}?";
        }

        var section = All.Where(setting => setting.Section.Equals(entry.Key.Split(':')[0], StringComparison.OrdinalIgnoreCase)).ToList();
        return section is []
            ? $"{entry.Name} is no setting. The sections are {string.Join(", ", Sections)}."
            : $"{entry.Name} is no setting. The settings of this section are {string.Join(", ", section.Select(setting => entry.Spell(setting.Key)))}.";
    }

    private static IEnumerable<Setting> Live(IEnumerable<Setting> section) => section.Select(static setting => setting.Live());

    private static string? NearestSetting(string key)
    {
        var written = SettingKey.WithoutPlaces(key);
        var nearest = All
            .SelectMany(setting => SettingKey.WithLanes(setting.Key))
            .Select(name => (Name: name, Tolerance: Spelling.Tolerance(name.Split(':', '_')[^1])))
            .Where(known => Math.Abs(known.Name.Length - written.Length) <= known.Tolerance)
            .Select(known => (known.Name, known.Tolerance, Distance: Spelling.Distance(written, known.Name)))
            .Where(known => known.Distance <= known.Tolerance)
            .OrderBy(known => known.Distance)
            .ThenBy(known => Spelling.Distance(written.Split(':')[^1], known.Name.Split(':')[^1]))
            .FirstOrDefault();
        return nearest.Name is { } name ? SettingKey.WithPlacesOf(name, key) : null;
    }

    private static IEnumerable<string> Prefixes(string key)
    {
        var segments = key.Split(':');
        return Enumerable.Range(1, segments.Length - 1).Select(length => string.Join(':', segments.Take(length)));
    }

    private static KnownKey? Find(Setting setting, string key)
    {
        if (SettingKey.Match(setting.Key, key) is { } spelled)
        {
            return new(setting, spelled, Item: null);
        }

        return setting.IsList && SettingKey.Match($"{setting.Key}:{SettingKey.Place}", key) is { } item
            ? new(setting, item[..item.LastIndexOf(':')], int.Parse(item.AsSpan(item.LastIndexOf(':') + 1), System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}

/// <summary>A key that names a setting.</summary>
/// <param name="Key">In the catalogue's spelling.</param>
/// <param name="Item">The place in the setting's list, where the key names one.</param>
internal sealed record KnownKey(Setting Setting, string Key, int? Item);

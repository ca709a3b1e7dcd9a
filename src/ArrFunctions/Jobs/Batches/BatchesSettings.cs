using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>The section <c>Batches</c>.</summary>
internal static class BatchesSettings
{
    private const string List = "Batches:Scheduled";

    private static readonly Setting<string> Queue = new(
        "Batches:Queue",
        SettingKinds.Text("is no name of a queue: 3 to 63 lower-case letters, digits and single hyphens between them", WorkQueueRules.IsQueue),
        "arrfunctions-batch",
        "name of the queue of batches that are to begin");

    private static readonly Setting<int> MostOpen = new(
        "Batches:MostOpen", SettingKinds.Integer(1, 100), "10", "how many batches may be open at once");

    private static readonly Setting<TimeSpan> StalledAfter = new(
        "Batches:StalledAfter", SettingKinds.Duration("1m", "7d"), "30m", "how long no file of a batch may come to its end before an event tells of it");

    private static readonly Setting<string> Name = new($"{List}:{{N}}:Name", SettingKinds.Slug, Default: null, "what the scheduled batch is called in events");

    private static readonly Setting<string> Path = new($"{List}:{{N}}:Path", SettingKinds.AbsolutePath, Default: null, "its folder");

    private static readonly Setting<string> Cron = new(
        $"{List}:{{N}}:Cron", SettingKinds.Cron, Default: null, "when it begins: six fields, seconds first, in UTC; looked at once a minute");

    private static readonly Setting<bool> Recursive = new($"{List}:{{N}}:Recursive", SettingKinds.Switch, "true", "whether subfolders belong to it");

    private static readonly ListSetting<Glob> Patterns = new(
        $"{List}:{{N}}:Patterns", AudioSettingKinds.Glob, Default: null, "patterns of paths, of which one fits; none: all media files");

    private static readonly ListSetting<Glob> Exclude = new($"{List}:{{N}}:Exclude", AudioSettingKinds.Glob, Default: null, "patterns of paths that are left out");

    private static readonly Setting<long> MinSize = new($"{List}:{{N}}:MinSize", SettingKinds.Size("0", "100TB"), Default: null, "smaller files are left out");

    private static readonly Setting<TimeSpan> MaxAge = new(
        $"{List}:{{N}}:MaxAge", SettingKinds.Duration("1m", "3650d"), Default: null, "files that were changed longer ago are left out");

    private static readonly Setting<bool> DryRun = new(
        $"{List}:{{N}}:DryRun", SettingKinds.Switch, Default: null, "whether it only tells what it would do; as `Audio:DryRun` unless set");

    private static readonly Setting<BatchPriority> Priority = new(
        $"{List}:{{N}}:Priority", SettingKinds.Choice<BatchPriority>(), "low", "its lane: `high`, `normal` or `low`");

    public static IReadOnlyList<Setting> All { get; } =
    [
        Queue, MostOpen.Live(), StalledAfter.Live(), Name.Live(), Path.Live(), Cron.Live(), Recursive.Live(), Patterns.Live(), Exclude.Live(), MinSize.Live(), MaxAge.Live(),
        DryRun.Live(), Priority.Live(),
    ];

    public static BatchesOptions Read(SettingReader settings)
    {
        var options = new BatchesOptions
        {
            Queue = settings.Get(Queue),
            MostOpen = settings.Get(MostOpen),
            StalledAfter = settings.Get(StalledAfter),
            Scheduled = [.. settings.Places(List).Select(place => Read(settings, place)).OfType<ScheduledBatch>()],
        };
        foreach (var same in options.Scheduled.GroupBy(batch => batch.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            settings.Refuse($"Two batches of {List} are called {same.Key}. Each needs a name of its own.");
        }

        return options;
    }

    private static ScheduledBatch? Read(SettingReader settings, int place)
    {
        foreach (var needed in new[] { Name, Path, Cron }.Select(setting => setting.At(place)).Where(setting => !settings.Has(setting)))
        {
            settings.Refuse($"{needed.Key} is missing. A scheduled batch needs a Name, a Path and a Cron.");
        }

        if (!settings.TryGet(Name.At(place), out var name) | !settings.TryGet(Path.At(place), out var path) | !settings.TryGet(Cron.At(place), out var cron))
        {
            return null;
        }

        return new(name!, cron!, new()
        {
            Kind = JobKind.Audio,
            Path = path!,
            Recursive = settings.Get(Recursive.At(place)),
            Patterns = [.. settings.Get(Patterns.At(place)).Select(pattern => pattern.ToString())],
            DryRun = settings.TryGet(DryRun.At(place), out var dryRun) ? dryRun : null,
            Priority = settings.Get(Priority.At(place)),
            Filters = new()
            {
                MinSize = settings.TryGet(MinSize.At(place), out var size) ? size : null,
                MaxAge = settings.TryGet(MaxAge.At(place), out var age) ? age : null,
                Exclude = [.. settings.Get(Exclude.At(place)).Select(pattern => pattern.ToString())],
            },
        });
    }
}

using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>The section <c>Jobs</c>.</summary>
internal static class JobsSettings
{
    private static readonly SettingKind<string> QueueName = SettingKinds.Text(
        "is no name of a queue: 3 to 63 lower-case letters, digits and single hyphens between them", WorkQueueRules.IsQueue);

    private static readonly Setting<int> MaxAttempts = new(
        "Jobs:MaxAttempts", SettingKinds.Integer(1, 100), "5", "how often a job is begun without an end before it is poisoned");

    private static readonly Setting<TimeSpan> NotVisibleFor = new(
        "Jobs:NotVisibleFor", SettingKinds.Duration("1m", "90d"), "24h", "how long a file may be missing before its job fails");

    private static readonly Setting<TimeSpan> KeepFor = new(
        "Jobs:KeepFor", SettingKinds.Duration("1d", "3650d"), "30d", "how long jobs and batches are kept after their end");

    private static readonly Setting<TimeSpan> KeepFailedFor = new(
        "Jobs:KeepFailedFor", SettingKinds.Duration("1d", "3650d"), "90d", "the same, of those that failed");

    private static readonly Setting<string> Queue = new("Jobs:Queues:{Lane}", QueueName, "arrfunctions-{lane}", "name of the lane's queue");

    private static readonly Setting<int> Workers = new("Jobs:Workers:{Lane}", SettingKinds.Integer(1, 16), "1", "how many jobs of the lane run at once, 1 to 16");

    public static IReadOnlyList<Setting> All { get; } = [MaxAttempts.Live(), NotVisibleFor.Live(), KeepFor.Live(), KeepFailedFor.Live(), Queue, Workers];

    public static JobsOptions Read(SettingReader settings)
    {
        var options = new JobsOptions
        {
            MaxAttempts = settings.Get(MaxAttempts),
            NotVisibleFor = settings.Get(NotVisibleFor),
            KeepFor = settings.Get(KeepFor),
            KeepFailedFor = settings.Get(KeepFailedFor),
            Queues = Enum.GetValues<Lane>().ToDictionary(lane => lane, lane => settings.Get(Queue.Of(lane))),
            Workers = Enum.GetValues<Lane>().ToDictionary(lane => lane, lane => settings.Get(Workers.Of(lane))),
        };
        foreach (var same in options.Queues.GroupBy(queue => queue.Value, queue => queue.Key, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            settings.Refuse($"{string.Join(" and ", same.Select(lane => settings.NameOf(Queue.Of(lane))))} have one name. Each lane needs a queue of its own.");
        }

        return options;
    }
}

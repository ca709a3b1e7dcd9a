namespace ArrFunctions.Jobs;

/// <summary>Settings of the job engine (section <c>Jobs</c>).</summary>
public sealed record JobsOptions
{
    /// <summary><c>Jobs:MaxAttempts</c>: how often a job is begun without an end before it is poisoned.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary><c>Jobs:NotVisibleFor</c>: how long a file may be missing before its job fails.</summary>
    public TimeSpan NotVisibleFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary><c>Jobs:KeepFor</c>: how long jobs and batches are kept after their end.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary><c>Jobs:KeepFailedFor</c>: the same of those that failed.</summary>
    public TimeSpan KeepFailedFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary><c>Jobs:Queues:{Lane}</c>: name of each lane's queue.</summary>
    public IReadOnlyDictionary<Lane, string> Queues { get; init; } = Enum.GetValues<Lane>().ToDictionary(
        lane => lane, lane => $"arrfunctions-{lane.ToString().ToLowerInvariant()}");

    /// <summary><c>Jobs:Workers:{Lane}</c>: how many jobs of a lane run at once, 1 to 16.</summary>
    public IReadOnlyDictionary<Lane, int> Workers { get; init; } = Enum.GetValues<Lane>().ToDictionary(lane => lane, _ => 1);
}

using System.Text.Json;

namespace ArrFunctions.Jobs;

/// <summary>The lists that jobs stand in by status: queued and running ones by lane, succeeded ones by result.</summary>
internal static class JobGroup
{
    public const string Waiting = "waiting";

    public static string Of(Job job) => job.Status switch
    {
        JobStatus.Queued => Queued(job.Lane),
        JobStatus.Running => Running(job.Lane),
        JobStatus.Succeeded => Succeeded(job.Result!.Value),
        _ => Word(job.Status),
    };

    public static IReadOnlyList<string> Of(JobStatus status) => status switch
    {
        JobStatus.Queued => [.. Enum.GetValues<Lane>().Select(Queued)],
        JobStatus.Running => [.. Enum.GetValues<Lane>().Select(Running)],
        JobStatus.Succeeded => [.. Enum.GetValues<JobResult>().Select(Succeeded)],
        _ => [Word(status)],
    };

    public static string Queued(Lane lane) => $"queued.{Word(lane)}";

    public static string Running(Lane lane) => $"running.{Word(lane)}";

    public static string Succeeded(JobResult result) => $"succeeded.{Word(result)}";

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

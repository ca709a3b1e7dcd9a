using System.Globalization;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>Whether work is done: the lanes, the schedules, and jobs that nobody could do.</summary>
internal sealed class JobChecks(
    IWorkQueue queue, LaneSwitch lanes, ScheduleReport schedules, EventLog log, JobStore store, Live<JobsOptions> options, TimeProvider clock)
{
    private const int MostPoisoned = 1000;

    public IReadOnlyList<HealthCheck> All =>
    [
        .. Enum.GetValues<Lane>().Select(lane => new HealthCheck($"queue:{lane.ToString().ToLowerInvariant()}", token => LookAsync(lane, token))),
        new("schedules", SchedulesAsync),
        new("poisoned", PoisonedAsync) { KeepFor = TimeSpan.FromMinutes(1) },
    ];

    /// <summary>From then on a message has waited for too long. A library of many files, or a long rewrite, keeps the others for hours.</summary>
    private static TimeSpan Late(Lane lane) => lane is Lane.Webhook ? TimeSpan.FromMinutes(30) : TimeSpan.FromDays(1);

    private async Task<HealthFinding> LookAsync(Lane lane, CancellationToken cancellationToken)
    {
        var word = lane.ToString().ToLowerInvariant();
        var messages = await queue.CountAsync(options.Value.Queues[lane], cancellationToken);
        var age = clock.GetUtcNow() - await queue.WaitingSinceAsync(options.Value.Queues[lane], cancellationToken) ?? TimeSpan.Zero;
        var words = messages == 0 ? "no message waits"
            : string.Create(CultureInfo.InvariantCulture, $"{messages} {(messages == 1 ? "message" : "messages")}; the oldest that can be taken waits for {age.TotalMinutes:0} {(Math.Round(age.TotalMinutes) is 1 ? "minute" : "minutes")}");
        return await lanes.IsPausedAsync(lane, cancellationToken) ? HealthFinding.Degraded($"The lane is paused: {words}. POST api/queue/resume?lane={word} lets it work.")
            : age > Late(lane) ? HealthFinding.Degraded($"The lane is behind: {words}. See what its workers do (GET api/jobs?status=running), or give it more (Jobs:Workers:{lane}).")
            : HealthFinding.Healthy(messages == 0 ? "No message waits." : $"{words}.");
    }

    private async Task<HealthFinding> SchedulesAsync(CancellationToken cancellationToken)
    {
        var all = (await schedules.AllAsync(cancellationToken)).Schedules;
        var failing = all.Where(static schedule => !schedule.IsHealthy).Select(static schedule => schedule.Name).ToList();
        return failing is []
            ? HealthFinding.Healthy($"None of the {all.Count} schedules failed three times in a row.")
            : HealthFinding.Degraded($"Three failures in a row or more: {string.Join(", ", failing)}. GET api/schedules says why.");
    }

    /// <summary>Those of today and yesterday: older ones were seen, or will not be.</summary>
    private async Task<HealthFinding> PoisonedAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var recent = 0L;
        foreach (var day in (DateOnly[])[today, today.AddDays(-1)])
        {
            recent += (await log.CountsAsync(day, cancellationToken)).GetValueOrDefault("job.poisoned");
        }

        if (recent == 0)
        {
            return HealthFinding.Healthy("No job was given up since yesterday.");
        }

        var there = 0;
        foreach (var group in JobGroup.Of(JobStatus.Poisoned))
        {
            there += await store.CountAsync(group, MostPoisoned, cancellationToken);
        }

        return there == 0
            ? HealthFinding.Healthy("Jobs that were given up were tried again.")
            : HealthFinding.Degraded($"{there} {(there == 1 ? "job is" : "jobs are")} given up, some of them since yesterday. GET api/jobs?status=poisoned shows them; POST api/jobs/{{id}}/retry tries one again.");
    }
}

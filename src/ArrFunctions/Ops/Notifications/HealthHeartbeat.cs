using System.Globalization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Tells each check and monitor that watches the service as a whole whether it is well (schedule <c>heartbeat</c>).</summary>
internal sealed class HealthHeartbeat(HealthBoard board, Live<NotificationsOptions> options, NotificationSender sender, TimeProvider clock)
{
    public const string Name = "heartbeat";

    /// <summary>What was found longer ago is looked at again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>No check takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private IEnumerable<NotificationTarget> Targets => options.Value.Targets.Where(static target => target is { IsHeartbeat: true, Schedule: null });

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Targets.Any());
    }

    /// <summary>All at once; one that cannot be told keeps no other from being told, and is no failure of the run.</summary>
    /// <returns>What was told, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var report = await LookAsync(began, cancellationToken);
        var heartbeat = Of(report) with { Took = clock.GetElapsedTime(began) };
        var failures = await Task.WhenAll(Targets.Select(target => sender.TryBeatAsync(target, heartbeat, cancellationToken)));
        var told = string.Create(CultureInfo.InvariantCulture, $"{(heartbeat.IsUp ? "up" : "down")} told to {failures.Count(static failure => failure is null)} of {failures.Length}");
        return string.Join("; ", [told, .. failures.OfType<SendFailure>().Select(static failure => failure.Trouble)]);
    }

    /// <summary>What is degraded works on, and is named; what is unhealthy is down, with the reason.</summary>
    internal static Heartbeat Of(HealthReport report)
    {
        var isUp = report.Status is not HealthStatus.Unhealthy;
        var findings = report.Checks
            .Where(static check => check.Status is not HealthStatus.Healthy)
            .Where(check => check.Status is not null || !isUp)
            .OrderByDescending(static check => check.Status)
            .Select(static check => $"{check.Name}: {check.Reason}")
            .ToList();
        return new(isUp, findings is [] ? "All is well." : string.Join(" ", findings), TimeSpan.Zero);
    }

    /// <summary>The board answers with what it knows; here there is time to find out what is not known, or is of the last run.</summary>
    private async Task<HealthReport> LookAsync(long began, CancellationToken cancellationToken)
    {
        while (true)
        {
            var report = await board.ReadAsync(cancellationToken);
            if (report.Checks.All(static check => check.Status is not null && check.AgeSeconds <= Fresh.TotalSeconds) || clock.GetElapsedTime(began) >= Patience)
            {
                return report;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }
    }
}

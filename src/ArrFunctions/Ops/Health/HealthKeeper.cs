using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Health;

/// <summary>Runs one check, at most once at a time, and keeps what it found.</summary>
/// <param name="before">Who kept it under another configuration: what that found is told until it is found out anew.</param>
internal sealed partial class HealthKeeper(HealthCheck check, TimeProvider clock, ILogger logger, HealthKeeper? before = null)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private long begun;
    private Known? known = before?.known;
    private bool isDue = true;

    public string Name => check.Name;

    /// <summary>Begins it where what is known is too old, and gives what to wait for.</summary>
    public Task Refresh()
    {
        lock (gate)
        {
            if (running.IsCompleted && (isDue || clock.GetElapsedTime(known!.Ended) >= check.KeepFor))
            {
                isDue = false;
                begun = clock.GetTimestamp();
                running = Task.Run(RunAsync);
            }

            return running;
        }
    }

    /// <summary>What an entry counts for: what the program needs and nobody knows yet keeps it from being ready.</summary>
    public HealthStatus Weight(HealthEntry entry) =>
        entry.Status ?? (check.WhenItFails is HealthStatus.Unhealthy ? HealthStatus.Unhealthy : HealthStatus.Healthy);

    public HealthEntry Read()
    {
        lock (gate)
        {
            var isLate = !running.IsCompleted && clock.GetElapsedTime(begun) >= check.TimeLimit;
            return known switch
            {
                _ when isLate => Entry(Late(), known),
                null => Entry(new(HealthStatus.Healthy, "not known yet"), known) with { Status = null },
                _ => Entry(known.Finding, known),
            };
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a check throws is what it found.")]
    private async Task RunAsync()
    {
        var since = clock.GetTimestamp();
        HealthFinding finding;
        using var limit = new CancellationTokenSource(check.TimeLimit, clock);
        try
        {
            finding = await check.RunAsync(limit.Token);
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            finding = Late();
        }
        catch (StoreException failure)
        {
            finding = new(check.WhenItFails, failure.Message);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, check.Name);
            finding = new(check.WhenItFails, "The check itself failed; the log of the program says why.");
        }

        var end = clock.GetTimestamp();
        lock (gate)
        {
            known = new(finding, clock.GetUtcNow(), end, clock.GetElapsedTime(since, end));
        }
    }

    private HealthFinding Late() => new(check.WhenItFails, string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"The check did not end within {check.TimeLimit.TotalSeconds:0.#} seconds: what it asks does not answer."));

    private HealthEntry Entry(HealthFinding finding, Known? last) => new(
        check.Name,
        finding.Status,
        finding.Reason,
        last?.Time,
        last is null ? null : Math.Round(clock.GetElapsedTime(last.Ended).TotalSeconds, 1),
        last is null ? null : Math.Round(last.Took.TotalMilliseconds, 1));

    private sealed record Known(HealthFinding Finding, DateTimeOffset Time, long Ended, TimeSpan Took);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The health check {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string name);
    }
}

using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp;

/// <summary>At the start: settles changes of files that were cut off, and queues again what nobody works on.</summary>
/// <remarks>
/// Other instances of the app may be at work, so only a lease that is over counts as left, and a lease of a schedule is never taken away. Work goes on
/// meanwhile: a file that is being settled has its lease.
/// </remarks>
internal sealed partial class AppStart(
    RowFormat format, AudioRecovery recovery, JobSweep sweep, StartupLog startup, ConfigurationResult.Valid configuration, ILogger<AppStart> logger) : BackgroundService
{
    private const string Changes = "changes of files looked at";
    private const string Jobs = "jobs and batches looked at";

    /// <exception cref="StoreException">A newer version of the app wrote these tables.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        startup.Expect(Changes, Jobs);
        await RefuseNewerAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var correlation = CorrelationId.BeginIfNone();
        foreach (var warning in configuration.Warnings)
        {
            Log.Warned(logger, warning);
        }

        try
        {
            await startup.RunAsync(Changes, async () =>
            {
                var conflicts = await recovery.RunAsync(stoppingToken);
                foreach (var conflict in conflicts)
                {
                    Log.Conflict(logger, conflict);
                }

                return $"{conflicts.Count} need a person";
            });
            await startup.RunAsync(Jobs, () => sweep.RunAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start does it.
        }
        catch (StoreException failure)
        {
            Log.NotRead(logger, failure);
        }
    }

    /// <summary>Tables that cannot be read at all keep nobody from starting: the health check tells of them.</summary>
    private async Task RefuseNewerAsync(CancellationToken cancellationToken)
    {
        string? refusal = null;
        try
        {
            refusal = await format.RefusalAsync(cancellationToken);
        }
        catch (StoreException failure)
        {
            Log.NotRead(logger, failure);
        }

        if (refusal is not null)
        {
            throw new StoreException(refusal);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Warning}")]
        public static partial void Warned(ILogger logger, string warning);

        [LoggerMessage(LogLevel.Error, "{Conflict}")]
        public static partial void Conflict(ILogger logger, string conflict);

        [LoggerMessage(LogLevel.Error, "The state could not be read at the start. Jobs that were left are found by the sweep; changes of files that were cut off are settled at the next start, or when the file is worked on again.")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}

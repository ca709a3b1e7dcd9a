using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs;

/// <summary>Keeps the lease of a running job, and tells the ledger how far it has come.</summary>
internal sealed partial class JobWatch : IProgress<double>, IAsyncDisposable
{
    /// <summary>Short work ends before the first look and writes nothing.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Job job;
    private readonly JobLedger ledger;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationTokenSource lost = new();
    private readonly DateTimeOffset begun;
    private readonly ITimer timer;
    private DateTimeOffset renewed;
    private int told;
    private double reached;

    public JobWatch(Job job, JobLedger ledger, TimeProvider clock, ILogger logger)
    {
        (this.job, this.ledger, this.clock, this.logger) = (job, ledger, clock, logger);
        begun = renewed = clock.GetUtcNow();
        timer = clock.CreateTimer(_ => Renew(), state: null, Look, Look);
    }

    /// <summary>Cancelled when somebody else has the job.</summary>
    public CancellationToken Lost => lost.Token;

    public void Report(double value) => Volatile.Write(ref reached, Math.Clamp(value, 0, 1));

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        lost.Dispose();
    }

    [SuppressMessage("Usage", "VSTHRD100:Avoid async void methods", Justification = "A timer's callback; every exception is caught.")]
    [SuppressMessage("Design", "MA0155:Do not use async void methods", Justification = "A timer's callback; every exception is caught.")]
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the lease from being renewed, the next look tries again.")]
    private async void Renew()
    {
        try
        {
            var (now, percent) = (clock.GetUtcNow(), (int)(Volatile.Read(ref reached) * 100));
            if (percent == told && now - renewed < JobLedger.Lease / 3)
            {
                return;
            }

            (renewed, told) = (now, percent);
            if (!await ledger.RenewAsync(job.Id, job.Lease!.Owner, ProgressAt(percent, now), CancellationToken.None))
            {
                await lost.CancelAsync();
            }
        }
        catch (ObjectDisposedException)
        {
            // The work has ended meanwhile.
        }
        catch (Exception failure)
        {
            Log.NotRenewed(logger, failure, job.Path);
        }
    }

    private JobProgress? ProgressAt(int percent, DateTimeOffset now) =>
        percent == 0 ? null : new(percent, now + ((now - begun) * (100 - percent) / percent));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The lease of {Path} could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, Exception failure, string path);
    }
}

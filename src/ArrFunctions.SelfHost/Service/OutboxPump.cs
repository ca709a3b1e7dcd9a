using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Moves events to the log, and on to the file of events, as they come, and at the start those that were left.</summary>
internal sealed partial class OutboxPump(OutboxMover mover, EventFile file, OutboxSignal signal, TimeProvider clock, ILogger<OutboxPump> logger) : BackgroundService
{
    /// <summary>Events that come close together are moved together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    /// <summary>The command line writes events too, and can tell nobody.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What was not moved stays in its outbox; the next turn tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await mover.RunAsync(stoppingToken);
                await file.CatchUpAsync(stoppingToken);
                await signal.WaitAsync(LongestSleep, stoppingToken);
                await Task.Delay(Gathering, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.Failed(logger, failure);
                await Task.Delay(LongestSleep, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Events could not be moved to the log; they are kept, and tried again.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

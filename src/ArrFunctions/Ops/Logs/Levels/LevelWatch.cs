using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>Has levels that were changed take effect: at the start, when their time is over, and when another process changed them.</summary>
internal sealed partial class LevelWatch(LevelSwitch levels, TimeProvider clock, ILogger<LevelWatch> logger) : BackgroundService
{
    /// <summary>Another process may have changed something.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the levels from being read, the next look tries again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Look;
            try
            {
                if (await levels.RefreshAsync(stoppingToken) is { } end && end - clock.GetUtcNow() is var left && left < wait)
                {
                    wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.NotRead(logger, failure);
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The levels of the log that were changed at run time cannot be read; they stay as they are.")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}

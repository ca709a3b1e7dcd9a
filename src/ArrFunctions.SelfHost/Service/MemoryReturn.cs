using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Gives memory back to the machine when nothing is done. It takes some hundredths of a second in which nothing else runs.</summary>
internal sealed partial class MemoryReturn(TimeProvider clock, ILogger<MemoryReturn> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var quiet = new Quiet();
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            if (quiet.IsReached(GC.GetTotalAllocatedBytes()))
            {
                var before = Environment.WorkingSet;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                Log.Given(logger, (before - Environment.WorkingSet) >> 10);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Nothing is done: {Kibibytes} KiB were given back.")]
        public static partial void Given(ILogger logger, long kibibytes);
    }
}

using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Keeps a received message from being seen by others for as long as it is worked on.</summary>
internal sealed partial class HeldMessage : IAsyncDisposable
{
    /// <summary>How long a message stays away without a sign of its worker; a third of it is the time between two signs.</summary>
    public static readonly TimeSpan Visibility = TimeSpan.FromMinutes(5);

    private readonly IWorkQueue queue;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private WorkMessage? message;

    public HeldMessage(IWorkQueue queue, WorkMessage message, TimeProvider clock, ILogger logger)
    {
        (this.queue, this.message, this.clock, this.logger) = (queue, message, clock, logger);
        renewing = RenewAsync();
    }

    /// <summary>Removes the message.</summary>
    public async Task DeleteAsync()
    {
        await DisposeAsync();
        if (message is not null)
        {
            await queue.DeleteAsync(message, CancellationToken.None);
        }
    }

    /// <summary>Lets it be seen again after <paramref name="delay"/>.</summary>
    public async Task ReturnAsync(TimeSpan delay)
    {
        await DisposeAsync();
        if (message is not null)
        {
            await queue.RenewAsync(message, delay, CancellationToken.None);
        }
    }

    [SuppressMessage("Usage", "VSTHRD003", Justification = "The task was started by this object, and waits for no caller.")]
    public async ValueTask DisposeAsync()
    {
        if (renewing.IsCompleted)
        {
            return;
        }

        await ended.CancelAsync();
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the message from being renewed, the next third tries again.")]
    private async Task RenewAsync()
    {
        while (message is not null)
        {
            await Task.Delay(Visibility / 3, clock, ended.Token);
            try
            {
                message = await queue.RenewAsync(message, Visibility, CancellationToken.None);
            }
            catch (Exception failure)
            {
                Log.NotRenewed(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A message could not be kept from being seen by others; it is tried again.")]
        public static partial void NotRenewed(ILogger logger, Exception failure);
    }
}

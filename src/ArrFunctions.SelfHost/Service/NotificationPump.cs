using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Tells people of events as they come to the log. Each target has a flow of its own, so that one that is slow delays neither the others nor the log.</summary>
internal sealed partial class NotificationPump(
    NotificationIntake intake, NotificationDelivery delivery, Notifier notifier, EventFeed feed, LiveConfiguration configuration, TimeProvider clock, ILogger<NotificationPump> logger) : BackgroundService
{
    /// <summary>Events that come close together are told together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    /// <summary>The command line may have repaired a target, and can tell nobody.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Task> flows = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource pulse = New();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var (news, change) = (feed.Change, configuration.NextChange);
            var isDone = await TryAsync(() => intake.RunAsync(stoppingToken), stoppingToken);
            Interlocked.Exchange(ref pulse, New()).TrySetResult();
            foreach (var target in notifier.Targets.Where(target => !flows.TryGetValue(target, out var flow) || flow.IsCompleted))
            {
                flows[target] = DeliverAsync(target, stoppingToken);
            }

            await WaitAsync(isDone ? LongestSleep : AfterFault, stoppingToken, news, change);
            await Task.Delay(Gathering, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(flows.Values);
    }

    /// <summary>Until the end, or until the target is configured no more.</summary>
    private async Task DeliverAsync(string target, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested && notifier.Targets.Contains(target, StringComparer.Ordinal))
        {
            var (news, next) = (pulse.Task, (DateTimeOffset?)null);
            var isDone = await TryAsync(async () => next = await delivery.RunAsync(target, stoppingToken), stoppingToken);
            var sleep = isDone ? next - clock.GetUtcNow() ?? LongestSleep : AfterFault;
            await WaitAsync(sleep < LongestSleep ? sleep : LongestSleep, stoppingToken, news);
        }
    }

    private async Task WaitAsync(TimeSpan most, CancellationToken stoppingToken, params Task[] news)
    {
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny([.. news, Task.Delay(most > TimeSpan.Zero ? most : TimeSpan.Zero, clock, sleep.Token)]);
        await sleep.CancelAsync();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What was not taken in or sent is still there; the next turn tries again.")]
    private async Task<bool> TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, failure);
            }

            return false;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Notifications could not be worked on; they are kept, and tried again.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

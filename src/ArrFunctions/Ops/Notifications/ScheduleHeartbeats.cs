using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Tells each check and monitor that watches a schedule when a run of it begins, and how it went. Beside the run: nobody waits for it but the end of the program, and that not for long.</summary>
internal sealed class ScheduleHeartbeats(Live<NotificationsOptions> options, NotificationSender sender, TimeProvider clock) : IAsyncDisposable, IDisposable
{
    /// <summary>How long the end of the program waits for what is being told.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    /// <summary>Of one target that are waited for; more are left out, because the target does not answer.</summary>
    private const int MostWaiting = 4;

    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.Ordinal);

    public void Begin(string schedule) => Tell(schedule, new(IsUp: true, "A run has begun.", TimeSpan.Zero) { IsStart = true });

    /// <param name="schedule">Its name.</param>
    /// <param name="outcome">What was done, or why it failed.</param>
    /// <param name="isFailure">Of the run.</param>
    /// <param name="took">From its beginning to its end.</param>
    public void End(string schedule, string outcome, bool isFailure, TimeSpan took) => Tell(schedule, new(!isFailure, outcome, took));

    /// <summary>All that was begun until now.</summary>
    public Task SettledAsync() => Task.WhenAll(lines.Values.Select(static line => line.Last));

    public async ValueTask DisposeAsync() => await SettledAsync().WaitAsync(LastWait, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Where nobody can wait, nobody does.</summary>
    public void Dispose()
    {
    }

    private void Tell(string schedule, Heartbeat heartbeat)
    {
        foreach (var target in options.Value.Targets.Where(target => target.IsHeartbeat && string.Equals(target.Schedule, schedule, StringComparison.Ordinal)))
        {
            lines.GetOrAdd(target.Name, static _ => new()).Add(() => sender.TryBeatAsync(target, heartbeat, CancellationToken.None));
        }
    }

    /// <summary>What one target is told, in order.</summary>
    private sealed class Line
    {
        private readonly Lock gate = new();
        private int waiting;

        public Task Last { get; private set; } = Task.CompletedTask;

        public void Add(Func<Task> beat)
        {
            lock (gate)
            {
                if (waiting < MostWaiting)
                {
                    waiting++;
                    Last = AfterAsync(Last, beat);
                }
            }
        }

        [SuppressMessage("Usage", "VSTHRD003", Justification = "It is the beat before, on the thread pool, which waits for nobody.")]
        private async Task AfterAsync(Task before, Func<Task> beat)
        {
            await Task.Yield();
            await before;
            await beat();
            lock (gate)
            {
                waiting--;
            }
        }
    }
}

using System.Threading.Channels;

namespace ArrFunctions.Ops.Logs;

/// <summary>Lines on their way to one place. Who logs never waits: where that place is too slow, lines are lost, and counted.</summary>
internal sealed class LogPump : IAsyncDisposable
{
    /// <summary>Lines that wait at most.</summary>
    public const int Room = 10_000;

    private const int AtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(Room) { SingleReader = true });
    private readonly Action<IReadOnlyList<string>> write;
    private readonly Func<long, string> tellLoss;
    private readonly Task running;
    private long lost;

    /// <param name="write">Writes lines, each with its line feed; throws nothing.</param>
    /// <param name="tellLoss">The line that says how many were lost.</param>
    public LogPump(Action<IReadOnlyList<string>> write, Func<long, string> tellLoss)
    {
        (this.write, this.tellLoss) = (write, tellLoss);
        running = Task.Run(RunAsync);
    }

    public void Add(string line)
    {
        if (!waiting.Writer.TryWrite(line))
        {
            Interlocked.Increment(ref lost);
        }
    }

    /// <summary>Writes what waits, for a few seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync()
    {
        var lines = new List<string>(AtOnce + 1);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (lines.Count < AtOnce && waiting.Reader.TryRead(out var line))
            {
                lines.Add(line);
            }

            if (Interlocked.Exchange(ref lost, 0) is > 0 and var missing)
            {
                lines.Add(tellLoss(missing));
            }

            write(lines);
            lines.Clear();
        }
    }
}

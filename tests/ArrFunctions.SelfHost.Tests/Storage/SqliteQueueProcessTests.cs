using System.Collections.Concurrent;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>With a second process, which is killed.</summary>
public sealed class SqliteQueueProcessTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_message_outlives_kill_9_and_held_ones_come_back()
    {
        for (var round = 0; round < SqliteProcessTests.Rounds; round++)
        {
            var said = await WorkAndKillAsync(lines: 50 + (37 * round % 400));

            await using var file = folder.Open();
            var queue = new SqliteWorkQueue(file, TimeProvider.System);
            await queue.ReleaseHeldAsync(Cancellation);
            var found = await DrainAsync(queue);

            Assert.NotEmpty(said["held"]);
            Assert.DoesNotContain(said["sent"], body => !body.EndsWith('0') && !found.ContainsKey(body));
            Assert.DoesNotContain(said["held"], body => !body.EndsWith('0') && found.GetValueOrDefault(body) != 2);
            Assert.DoesNotContain(said["deleted"], found.ContainsKey);
        }
    }

    [Fact]
    public async Task Two_processes_never_share_a_message()
    {
        const int total = 2000;
        await using var file = folder.Open();
        var queue = new SqliteWorkQueue(file, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, total).Select(n => queue.SendAsync(QueueChild.Queue, $"{n}", cancellationToken: Cancellation)));
        using var other = ChildProcess.Start("take", folder.Path);
        List<string> theirs = [(await other.ReadLineAsync(Cancellation))!];
        var ours = new ConcurrentBag<string>();

        var taking = QueueChild.TakeAllAsync(queue, ours.Add);
        while (await other.ReadLineAsync(Cancellation) is { } line)
        {
            theirs.Add(line);
        }

        await taking;
        Assert.NotEmpty(ours);
        Assert.Equal(Enumerable.Range(0, total).Select(n => $"{n}").Order(), theirs.Concat(ours).Order());
    }

    private async Task<ILookup<string, string>> WorkAndKillAsync(int lines)
    {
        using var worker = ChildProcess.Start("work", folder.Path, "16");
        List<string> said = [];
        while (said.Count < lines || !said.Exists(line => line.StartsWith("held", StringComparison.Ordinal)))
        {
            said.Add((await worker.ReadLineAsync(Cancellation))!);
        }

        said.AddRange(await worker.KillAsync(Cancellation));
        return said.Select(line => line.Split(' ')).ToLookup(words => words[0], words => words[1], StringComparer.Ordinal);
    }

    /// <summary>Takes and deletes every message: its dequeue count by its body.</summary>
    private static async Task<Dictionary<string, int>> DrainAsync(SqliteWorkQueue queue)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await queue.ReceiveAsync(QueueChild.Queue, 32, TimeSpan.FromHours(1), Cancellation) is { Count: > 0 } messages)
        {
            messages.ToList().ForEach(message => found.Add(message.Body, message.DequeueCount));
            Assert.DoesNotContain(false, await Task.WhenAll(messages.Select(message => queue.DeleteAsync(message, Cancellation))));
        }

        Assert.Equal(0, await queue.CountAsync(QueueChild.Queue, Cancellation));
        return found;
    }
}

using System.Globalization;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>Work on a queue in two processes; says what is done in one line each.</summary>
internal static class QueueChild
{
    public const string Queue = "jobs-normal";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Sends, takes and, where the body ends with 0, deletes, until it is killed; says it of each message when it is durable.</summary>
    public static Task WorkForEverAsync(SqliteWorkQueue queue, int producers, Action<string> print) =>
        Task.WhenAll(Enumerable.Range(0, producers).Select(producer => SendForEverAsync(queue, producer, print)).Append(TakeForEverAsync(queue, print)));

    /// <summary>Takes everything, one by one with four workers, and keeps it.</summary>
    public static Task TakeAllAsync(SqliteWorkQueue queue, Action<string> taken) =>
        Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (await queue.ReceiveAsync(Queue, 1, Day) is [var message])
            {
                taken(message.Body);
            }
        }));

    private static async Task SendForEverAsync(SqliteWorkQueue queue, int producer, Action<string> print)
    {
        var run = Guid.NewGuid().ToString("N");
        for (var n = 0; ; n++)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"{run}-{producer}-{n}");
            await queue.SendAsync(Queue, body);
            print("sent " + body);
        }
    }

    private static async Task TakeForEverAsync(SqliteWorkQueue queue, Action<string> print)
    {
        while (true)
        {
            await queue.WaitAsync(Queue, Day);
            foreach (var message in await queue.ReceiveAsync(Queue, 8, Day))
            {
                print("held " + message.Body);
                if (message.Body.EndsWith('0') && await queue.DeleteAsync(message))
                {
                    print("deleted " + message.Body);
                }
            }
        }
    }
}

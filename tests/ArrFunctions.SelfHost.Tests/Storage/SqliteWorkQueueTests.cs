using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteWorkQueueTests() : SqliteWorkQueueContract(SqliteJournal.Wal)
{
    // For what would wait for ever when it fails.
    private const int Patience = 60_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_receive_that_finds_nothing_writes_nothing()
    {
        await Queue.SendAsync(Name, "delayed", Hour, Cancellation);
        var before = File.Writer.Groups;

        Assert.Empty(await Receive());

        Assert.Equal(before, File.Writer.Groups);
    }

    [Theory]
    [InlineData(SqliteWorkQueue.VisibleSql, "INDEX messages_by_visibility (queue=? AND visible_at<?)")]
    [InlineData(SqliteWorkQueue.NextSql, "COVERING INDEX messages_by_visibility (queue=?)")]
    [InlineData(SqliteWorkQueue.CountSql, "COVERING INDEX messages_by_visibility (queue=?)")]
    public async Task Messages_are_found_and_counted_by_the_index(string sql, string search)
    {
        var plan = await File.ReadAsync(
            session =>
            {
                (string, object)[] parameters = [("$queue", Name), ("$now", 1L), ("$most", 1)];
                using var reader = session.Query(
                    "EXPLAIN QUERY PLAN " + sql, [.. parameters.Where(parameter => sql.Contains(parameter.Item1, StringComparison.Ordinal))]);
                List<string> steps = [];
                while (reader.Read())
                {
                    steps.Add(reader.GetString(3).Replace("TABLE ", "", StringComparison.Ordinal));
                }

                return steps;
            },
            Cancellation);

        Assert.Equal(["SEARCH messages USING " + search], plan);
    }

    [Fact]
    public async Task Held_messages_are_released_and_delayed_ones_stay_delayed()
    {
        await Send("held", "renewed", "waiting");
        await Queue.SendAsync(Name, "delayed", TimeSpan.FromMinutes(1), Cancellation);
        var held = await Receive(2);
        await Queue.RenewAsync(held[1], Hour, Cancellation);

        Assert.Equal(2, await Sqlite.ReleaseHeldAsync(Cancellation));

        Assert.False(await Queue.DeleteAsync(held[0], Cancellation));
        var received = await Receive();
        Assert.Equal([("held", 2), ("renewed", 2), ("waiting", 1)], received.Select(message => (message.Body, message.DequeueCount)));
    }

    /// <summary>No delay is so long: the clock was ahead when it was sent.</summary>
    [Fact]
    public async Task A_message_that_was_sent_while_the_clock_was_ahead_is_released_too()
    {
        await Queue.SendAsync(Name, "ahead", Hour, Cancellation);

        Assert.Equal(1, await Sqlite.ReleaseHeldAsync(Cancellation));

        Assert.Equal(["ahead"], (await Receive()).Select(static message => message.Body));
    }

    [Fact]
    public async Task The_next_message_is_the_one_visible_first()
    {
        Assert.Null(await Sqlite.NextVisibleAsync(Name, Cancellation));
        var start = Clock.GetUtcNow();
        await Queue.SendAsync(Name, "late", 2 * Hour, Cancellation);
        await Queue.SendAsync(Name, "soon", Hour, Cancellation);

        Assert.Equal(start + Hour, await Sqlite.NextVisibleAsync(Name, Cancellation));
    }

    [Fact(Timeout = Patience)]
    public async Task A_wait_ends_when_a_message_is_sent()
    {
        var wait = Sqlite.WaitAsync(Name, Hour, Cancellation);
        await Queue.SendAsync("jobs-low", "other", cancellationToken: Cancellation);
        Assert.False(wait.IsCompleted);

        await Send("a");

        await wait;
    }

    [Fact(Timeout = Patience)]
    public async Task A_wait_ends_at_once_when_a_message_came_after_the_empty_receive()
    {
        Assert.Empty(await Receive());
        await Send("a");

        await Sqlite.WaitAsync(Name, Hour, Cancellation);
    }

    [Fact(Timeout = Patience)]
    public async Task A_wait_ends_when_a_delayed_message_is_visible()
    {
        await Queue.SendAsync(Name, "a", TimeSpan.FromMinutes(1) + TimeSpan.FromTicks(1), Cancellation);
        var wait = Sqlite.WaitAsync(Name, Hour, Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(wait.IsCompleted);

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        await wait;
        Assert.Single(await Receive());
    }

    [Fact(Timeout = Patience)]
    public async Task A_wait_ends_when_a_message_is_given_back()
    {
        await Send("a");
        var message = Assert.Single(await Receive());
        var wait = Sqlite.WaitAsync(Name, Hour, Cancellation);
        Assert.False(wait.IsCompleted);

        await Queue.RenewAsync(message, TimeSpan.Zero, Cancellation);

        await wait;
    }

    [Fact(Timeout = Patience)]
    public async Task A_wait_ends_when_held_messages_are_released()
    {
        await Send("a");
        await Receive();
        var wait = Sqlite.WaitAsync(Name, Hour, Cancellation);
        Assert.False(wait.IsCompleted);

        await Sqlite.ReleaseHeldAsync(Cancellation);

        await wait;
    }

    [Fact(Timeout = Patience)]
    public async Task A_wait_is_not_longer_than_told_and_can_be_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = Sqlite.WaitAsync(Name, Hour, stop.Token);
        Clock.Advance(Hour);
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var second = Sqlite.WaitAsync(Name, Hour, stop.Token);
            await stop.CancelAsync();
            await second;
        });
    }

    [Fact(Timeout = Patience)]
    public async Task No_message_is_missed_by_workers_that_wait_for_each()
    {
        const int total = 500;
        var left = total;
        var workers = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                while (Volatile.Read(ref left) > 0)
                {
                    if (await Receive(1) is not [var message])
                    {
                        // The clock stands still: only a message ends it.
                        await Sqlite.WaitAsync(Name, Hour, Cancellation);
                    }
                    else if (await Queue.DeleteAsync(message, Cancellation) && Interlocked.Decrement(ref left) == 0)
                    {
                        await Send("end", "end", "end", "end");
                    }
                }
            },
            Cancellation)).ToList();

        for (var sent = 0; sent < total; sent++)
        {
            await Send($"{sent}");
        }

        await Task.WhenAll(workers);
    }
}

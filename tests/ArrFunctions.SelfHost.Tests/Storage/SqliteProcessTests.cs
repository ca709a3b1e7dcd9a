using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>With a second process, which is killed.</summary>
public sealed class SqliteProcessTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_that_count_up_one_row_lose_no_update()
    {
        await using var file = folder.Open();
        var store = new SqliteTableStore(file);
        using var other = ChildProcess.Start("count", folder.Path, "300");
        Assert.Equal("open", await other.ReadLineAsync(Cancellation));

        await Counter.IncrementAsync(store, 300);

        Assert.Equal(0, await other.FinishAsync(Cancellation));
        Assert.Equal(600, await Counter.ReadAsync(store));
    }

    [Fact]
    public async Task Every_acknowledged_commit_outlives_kill_9()
    {
        List<string> acknowledged = [];
        for (var round = 0; round < Rounds; round++)
        {
            using (var writer = ChildProcess.Start("write", folder.Path, "16"))
            {
                // A different moment in every round.
                for (var lines = 50 + (37 * round % 400); lines > 0; lines--)
                {
                    acknowledged.Add((await writer.ReadLineAsync(Cancellation))!);
                }

                acknowledged.AddRange(await writer.KillAsync(Cancellation));
            }

            await using var file = folder.Open();
            Assert.True(file.WasChecked);
            Assert.Equal("ok", await file.ReadAsync(session => (string)session.Scalar("PRAGMA integrity_check")!, Cancellation));
            var found = await new SqliteTableStore(file).ReadAllAsync("Things", "written", RowKeyRange.All, Cancellation)
                .Select(row => row.RowKey).ToHashSetAsync(StringComparer.Ordinal, Cancellation);
            Assert.DoesNotContain(acknowledged, key => !found.Contains(key));
            Assert.Equal(found.Count, 2 * found.Count(key => found.Contains(key + "-twin")));
        }
    }

    [Fact]
    public async Task A_process_that_opens_beside_another_checks_nothing_and_the_last_one_leaves_the_mark()
    {
        using var other = ChildProcess.Start("open", folder.Path);
        Assert.Equal("open", await other.ReadLineAsync(Cancellation));

        await using (var file = folder.Open())
        {
            Assert.False(file.WasChecked);
        }

        Assert.False(new StopMark(folder.Options).IsValid);
        Assert.Equal(0, await other.FinishAsync(Cancellation));
        Assert.True(new StopMark(folder.Options).IsValid);
    }

    [Fact]
    public async Task A_lock_of_another_process_holds_until_kill_9()
    {
        Directory.CreateDirectory(folder.Path);
        using var holder = ChildProcess.Start("hold", folder.Options.LockPath, "5000");
        Assert.Equal("held", await holder.ReadLineAsync(Cancellation));
        Assert.Null(KernelLock.TryAcquire(folder.Options.LockPath, 5000, KernelLockMode.Exclusive));
        using var beside = KernelLock.TryAcquire(folder.Options.LockPath, 5001, KernelLockMode.Exclusive);
        Assert.NotNull(beside);

        await holder.KillAsync(Cancellation);

        using var freed = KernelLock.TryAcquire(folder.Options.LockPath, 5000, KernelLockMode.Exclusive);
        Assert.NotNull(freed);
    }

    [Fact]
    public async Task A_freed_lock_is_free_at_once_while_processes_are_started()
    {
        Directory.CreateDirectory(folder.Path);

        // Between fork and exec a child has the descriptions of its parent, and so its locks.
        var starting = Task.Run(
            async () =>
            {
                for (var n = 0; n < 30; n++)
                {
                    using var child = ChildProcess.Start();
                    await child.FinishAsync(Cancellation);
                }
            },
            Cancellation);
        while (!starting.IsCompleted)
        {
            var held = KernelLock.TryAcquire(folder.Options.LockPath, 5000, KernelLockMode.Exclusive);
            Assert.NotNull(held);
            held.Dispose();
        }

        await starting;
    }

    [Fact]
    public async Task A_process_that_keeps_the_write_lock_makes_a_write_fail_and_not_hang()
    {
        await using var file = StateFolder.Open(folder.Options with { Patience = TimeSpan.FromMilliseconds(100) });
        var store = new SqliteTableStore(file);
        using (var holder = ChildProcess.Start("hold", folder.Options.LockPath, "1"))
        {
            Assert.Equal("held", await holder.ReadLineAsync(Cancellation));

            var failure = await Assert.ThrowsAsync<StoreException>(() => Counter.IncrementAsync(store, 1));

            Assert.Contains("Another process kept the state", failure.Message, StringComparison.Ordinal);
            await holder.KillAsync(Cancellation);
        }

        await Counter.IncrementAsync(store, 1);
        Assert.Equal(1, await Counter.ReadAsync(store));
    }

    internal static int Rounds
    {
        [SuppressMessage("ApiDesign", "RS0030", Justification = "A switch of this test alone: more rounds than a build has time for.")]
        get => int.Parse(Environment.GetEnvironmentVariable("ARRFUNCTIONS_KILL_ROUNDS") ?? "10", CultureInfo.InvariantCulture);
    }
}

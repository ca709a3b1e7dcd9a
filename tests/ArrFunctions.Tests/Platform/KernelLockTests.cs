using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Platform;

public sealed class KernelLockTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kernel-lock-");

    private string LockFile => Path.Combine(folder.FullName, "lock");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Two_acquisitions_of_one_process_exclude_each_other_until_the_first_is_freed()
    {
        var first = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive);

        Assert.NotNull(first);
        Assert.Null(KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive));
        Assert.Null(KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Shared));

        first.Dispose();
        using var second = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive);
        Assert.NotNull(second);
    }

    [Fact]
    public void Shared_holders_keep_out_only_an_exclusive_one()
    {
        using var first = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Shared);
        using var second = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Shared);

        Assert.NotNull(second);
        Assert.Null(KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive));
    }

    [Theory]
    [InlineData(KernelLockMode.Exclusive)]
    [InlineData(KernelLockMode.Shared)]
    public void Whether_it_is_held_is_told_without_taking_it(KernelLockMode mode)
    {
        Assert.False(KernelLock.IsHeld(LockFile, 7));
        using (var held = KernelLock.TryAcquire(LockFile, 7, mode))
        {
            Assert.NotNull(held);
            Assert.Equal((true, false), (KernelLock.IsHeld(LockFile, 7), KernelLock.IsHeld(LockFile, 8)));
        }

        Assert.False(KernelLock.IsHeld(LockFile, 7));
        using var after = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive);
        Assert.NotNull(after);
    }

    [Fact]
    public void Offsets_are_apart_up_to_the_highest()
    {
        using var low = KernelLock.TryAcquire(LockFile, 0, KernelLockMode.Exclusive);
        using var next = KernelLock.TryAcquire(LockFile, 1, KernelLockMode.Exclusive);
        using var highest = KernelLock.TryAcquire(LockFile, long.MaxValue - 1, KernelLockMode.Exclusive);

        Assert.NotNull(next);
        Assert.NotNull(highest);
        Assert.Null(KernelLock.TryAcquire(LockFile, long.MaxValue - 1, KernelLockMode.Exclusive));
        Assert.Equal(0, new FileInfo(LockFile).Length);
    }

    [Fact]
    public void Closing_another_handle_of_the_file_frees_nothing()
    {
        using var held = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive);

        Assert.Equal("", File.ReadAllText(LockFile));

        Assert.Null(KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive));
    }

    [Fact]
    public async Task Acquire_waits_for_the_holder()
    {
        var held = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive)!;
        var waiting = Task.Run(
            () => KernelLock.Acquire(LockFile, 7, KernelLockMode.Exclusive, Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        held.Dispose();

        using var acquired = await waiting;
        Assert.Null(KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive));
    }

    [Fact]
    public void Acquire_gives_up_after_its_time_and_when_it_is_cancelled()
    {
        using var held = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive);

        var timeout = Assert.Throws<TimeoutException>(
            () => KernelLock.Acquire(LockFile, 7, KernelLockMode.Exclusive, TimeSpan.FromMilliseconds(20), CancellationToken.None));
        Assert.Contains(LockFile, timeout.Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(
            () => KernelLock.Acquire(LockFile, 7, KernelLockMode.Exclusive, Timeout.InfiniteTimeSpan, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_file_that_cannot_be_made_is_named_with_the_reason()
    {
        var missing = Path.Combine(folder.FullName, "missing", "lock");

        var failure = Assert.Throws<IOException>(() => KernelLock.TryAcquire(missing, 7, KernelLockMode.Exclusive));

        Assert.Contains(missing, failure.Message, StringComparison.Ordinal);
        Assert.Contains("No such file or directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_for_its_owner_only()
    {
        using var held = KernelLock.TryAcquire(LockFile, 7, KernelLockMode.Exclusive);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(LockFile).UnixFileMode);
    }
}

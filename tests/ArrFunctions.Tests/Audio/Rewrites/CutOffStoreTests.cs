using ArrFunctions.Audio;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>A store that fails at any one write of a rewrite and of taking it back, or is gone from there on until the next start.</summary>
public sealed class CutOffStoreTests
{
    public CutOffStoreTests() => RewriteBench.SkipWithoutTools();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task The_name_leads_to_one_of_the_two_and_the_next_start_leaves_nothing_else(bool isMade, bool staysDown)
    {
        for (var at = 0; ; at++)
        {
            var cut = new CutOff(at, isMade, staysDown);
            using var bench = new Workbench(RewriteBench.Keeping(TimeSpan.FromDays(1)), new CutOffTables(new MemoryTableStore(), cut));
            var path = bench.AddNoRoom();
            var original = await File.ReadAllBytesAsync(path, Cancellation);

            await TryAsync(() => bench.FixAsync(path));
            await TryAsync(() => bench.UndoAsync(path));
            cut.Restart();
            await TryAsync(() => bench.RecoverAsync());
            if (!cut.WasReached)
            {
                Assert.InRange(at, 5, 20);
                return;
            }

            Assert.Empty(await bench.RecoverAsync());

            await bench.AssertNothingPendingAsync();
            var bytes = await File.ReadAllBytesAsync(path, Cancellation);
            var isOriginal = original.AsSpan().SequenceEqual(bytes);
            Assert.Equal((at, isOriginal ? 1 : 2), (at, bench.Names().Length));
            Assert.True(await bench.FixAsync(path) is AudioFixOutcome.Changed or AudioFixOutcome.AlreadyCorrect, $"{at}");
            Assert.Equal([1], RealFile.DefaultsByFfprobe(path));
            Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
            Assert.Equal(original, await File.ReadAllBytesAsync(path, Cancellation));
            Assert.Equal(["film.mkv"], bench.Names());
        }
    }

    private static async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (StoreException)
        {
            // What comes of it is seen at the next start.
        }
    }
}

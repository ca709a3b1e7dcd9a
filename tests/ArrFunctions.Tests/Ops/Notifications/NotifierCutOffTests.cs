using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>A store that fails at any one write of the notifier, or is gone from there on until the next start.</summary>
public sealed class NotifierCutOffTests
{
    private const int Events = 70;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Nothing_is_lost_and_one_message_at_most_is_told_twice(bool isMade, bool staysDown)
    {
        var (isReached, writes) = (true, 0);
        for (; isReached; writes++)
        {
            var cut = new CutOff(writes, isMade, staysDown);
            var bench = new NotificationBench(cut);
            await UntilDoneAsync(bench, cut, () => bench.RunAsync());
            await bench.HappenAsync(Enumerable.Range(0, Events).Select(number => bench.Now(number)));
            await bench.HappenAsync(Enumerable.Range(0, 5).Select(number => bench.Now(number, "job.succeeded", EventSeverity.Information)));
            await UntilDoneAsync(bench, cut, () => bench.RunAsync());
            await UntilDoneAsync(bench, cut, () => bench.Notifier.RunDigestAsync(Cancellation));
            bench.Clock.Advance(TimeSpan.FromMinutes(5));
            await UntilDoneAsync(bench, cut, () => bench.RunAsync());
            isReached = cut.WasReached;

            var told = bench.Phone.Taken.SelectMany(static taken => taken.Events).GroupBy(static told => told.Subject).ToDictionary(static same => same.Key, static same => same.Count(), StringComparer.Ordinal);
            Assert.Equal((writes, Events), (writes, told.Count));
            Assert.All(told.Values, static times => Assert.InRange(times, 1, 2));
            var digests = bench.Phone.Taken.Count(static taken => taken.Title.Contains("digest", StringComparison.Ordinal));
            Assert.InRange(digests, 1, 2);
            Assert.InRange(bench.Phone.Taken.Count, 2, 3);
            Assert.Equal(0, await bench.WaitingAsync());
            Assert.Empty(await bench.Store.DigestAsync("phone", Cancellation));
        }

        Assert.True(writes > 8, $"Only {writes} writes.");
    }

    private static async Task UntilDoneAsync(NotificationBench bench, CutOff cut, Func<Task> work)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (StoreException)
            {
                cut.Restart();
                bench.Restart();
                bench.Clock.Advance(TimeSpan.FromMinutes(3)); // Who held a claim counts as gone.
            }
        }
    }
}

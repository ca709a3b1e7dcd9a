using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Audio;

/// <summary>Several workers of one process at one file.</summary>
[Collection(nameof(Instants))]
public sealed class AudioFixConcurrencyTests
{
    private const int Workers = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Copy)]
    public async Task Exactly_one_of_them_changes_it_and_no_other_fails(HardlinkPolicy policy)
    {
        using var bench = new Workbench(new AudioOptions { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = policy });
        for (var round = 0; round < 50; round++)
        {
            var path = bench.AddFilm($"film {round}.mkv");
            if (policy is HardlinkPolicy.Copy)
            {
                Tools.Run("ln", path, bench.Path($"seeding {round}.mkv"));
            }

            using var start = new Barrier(Workers);

            var outcomes = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait(Cancellation);
                    return bench.FixAsync(path);
                },
                Cancellation,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()));

            Assert.Single(outcomes.OfType<AudioFixOutcome.Changed>());
            Assert.All(outcomes, outcome => Assert.True(
                outcome is AudioFixOutcome.Changed or AudioFixOutcome.AlreadyCorrect or AudioFixOutcome.Waiting { Reason: WaitReason.InUse }, outcome.ToString()));
            Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
            Assert.Empty(await bench.PendingAsync());
        }
    }

    [Theory]
    [InlineData("jpn", "jpn", nameof(AudioFixOutcome.AlreadyCorrect))]
    [InlineData("jpn", "eng", nameof(AudioFixOutcome.Changed))]
    public async Task One_that_comes_late_looks_at_the_file_as_the_other_left_it(string first, string late, string outcome)
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        Task<AudioFixOutcome>? other = null;

        var ours = await Instants.RunAsync("opened", () => other = bench.FixAsync(path, first), () => bench.FixAsync(path, late));

        Assert.IsType<AudioFixOutcome.Changed>(await other!);
        Assert.Equal(outcome, ours.GetType().Name);
    }

    [Fact]
    public async Task One_that_comes_late_to_a_file_that_was_replaced_waits()
    {
        using var bench = new Workbench(new AudioOptions { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = HardlinkPolicy.Copy });
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        Task<AudioFixOutcome>? other = null;

        var ours = await Instants.RunAsync("opened", () => other = bench.FixAsync(path), () => bench.FixAsync(path));

        Assert.IsType<AudioFixOutcome.Changed>(await other!);
        Assert.Equal(WaitReason.InUse, Assert.IsType<AudioFixOutcome.Waiting>(ours).Reason);
    }

    [Fact]
    public async Task One_that_comes_while_the_file_is_replaced_takes_the_new_one()
    {
        using var bench = new Workbench(new AudioOptions { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = HardlinkPolicy.Copy });
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        Task<AudioFixOutcome>? other = null;

        var ours = await Instants.RunAsync("named", () => other = bench.FixAsync(path), () => bench.FixAsync(path));

        Assert.IsType<AudioFixOutcome.Changed>(await other!);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(ours);
    }

    [Fact]
    public async Task A_file_whose_lease_another_holds_waits_and_its_open_record_is_left_to_the_holder()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        using var file = MediaFile.Open(path, MediaRoots.Of(bench.Media), writable: false);
        using var lease = bench.Leases.TryTake(file.Status);

        Assert.Equal(WaitReason.InUse, Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path)).Reason);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }
}

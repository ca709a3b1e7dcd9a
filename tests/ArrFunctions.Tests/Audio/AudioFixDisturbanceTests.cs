using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Audio;

/// <summary>Something else touches the file, or its name, in the middle of a fix.</summary>
[Collection(nameof(Instants))]
public sealed class AudioFixDisturbanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HardlinkPolicy.Defer, "assessed")]
    [InlineData(HardlinkPolicy.Defer, "recorded")]
    [InlineData(HardlinkPolicy.Copy, "assessed")]
    [InlineData(HardlinkPolicy.Copy, "copied")]
    [InlineData(HardlinkPolicy.Copy, "verified")]
    public async Task A_file_that_grows_meanwhile_waits(HardlinkPolicy policy, string instant)
    {
        using var bench = new Workbench(Options(policy));
        var (path, before) = await AddAsync(bench, policy);

        var outcome = await Instants.RunAsync(instant, () => File.AppendAllText(path, "more"), () => bench.FixAsync(path));

        await WaitsAsync(bench, outcome, "it grew");
        Assert.Equal((byte[])[.. before, .. "more"u8.ToArray()], await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer, "assessed")]
    [InlineData(HardlinkPolicy.Defer, "recorded")]
    [InlineData(HardlinkPolicy.Copy, "copied")]
    [InlineData(HardlinkPolicy.Copy, "verified")]
    public async Task A_file_that_is_written_to_meanwhile_waits(HardlinkPolicy policy, string instant)
    {
        using var bench = new Workbench(Options(policy));
        var (path, before) = await AddAsync(bench, policy);
        before[^1] ^= 1;

        var outcome = await Instants.RunAsync(instant, () => Overwrite(path, before), () => bench.FixAsync(path));

        await WaitsAsync(bench, outcome, "something else wrote to it");
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer, "assessed")]
    [InlineData(HardlinkPolicy.Defer, "recorded")]
    [InlineData(HardlinkPolicy.Copy, "assessed")]
    [InlineData(HardlinkPolicy.Copy, "copied")]
    [InlineData(HardlinkPolicy.Copy, "verified")]
    public async Task A_file_that_is_deleted_meanwhile_stays_away(HardlinkPolicy policy, string instant)
    {
        using var bench = new Workbench(Options(policy));
        var (path, _) = await AddAsync(bench, policy);

        var outcome = await Instants.RunAsync(instant, () => File.Delete(path), () => bench.FixAsync(path));

        await WaitsAsync(bench, outcome, "it was deleted or replaced");
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_file_that_gets_another_name_meanwhile_waits()
    {
        using var bench = new Workbench();
        var (path, before) = await AddAsync(bench, HardlinkPolicy.Defer);

        var outcome = await Instants.RunAsync("recorded", () => Tools.Run("ln", path, bench.Path("seeding.mkv")), () => bench.FixAsync(path));

        await WaitsAsync(bench, outcome, "hard link");
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal(WaitReason.Hardlinked, Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path)).Reason);
    }

    [Fact]
    public async Task A_file_that_takes_the_name_at_any_instant_of_a_change_in_place_is_never_touched()
    {
        using var bench = new Workbench();
        string? instant = "";
        for (var number = 0; instant is not null; number++)
        {
            var path = bench.AddFilm();
            var newcomer = bench.AddFilm("other.mkv");
            var before = await File.ReadAllBytesAsync(path, Cancellation);
            using var old = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

            (var outcome, instant) = await Instants.RunAsync(number, () => File.Move(newcomer, path, overwrite: true), () => bench.FixAsync(path));

            // Before it is opened, the newcomer is the file that was asked for.
            if (instant is null or "named")
            {
                Assert.IsType<AudioFixOutcome.Changed>(outcome);
            }
            else
            {
                Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
            }

            if (outcome is not AudioFixOutcome.Changed || instant is "named")
            {
                Assert.Equal(before, await ReadAsync(old));
            }

            Assert.Empty(await bench.PendingAsync());
        }
    }

    [Fact]
    public async Task A_file_that_takes_the_name_before_the_last_look_of_a_replacement_is_never_touched()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));

        // From 1: before it is opened, the newcomer is the file that was asked for.
        for (var (number, instant) = (1, ""); instant is not "looked"; number++)
        {
            var (path, before) = await AddAsync(bench, HardlinkPolicy.Copy);
            var newcomer = bench.AddFilm("other.mkv");

            (var outcome, instant) = await Instants.RunAsync(
                number, () => File.Move(newcomer, path, overwrite: true), () => bench.FixAsync(path));

            Assert.NotNull(instant);
            Assert.True(instant is "looked" || outcome is not AudioFixOutcome.Changed, $"{instant}: {outcome}");
            if (instant is not "looked")
            {
                Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
            }

            Assert.Equal(before, await File.ReadAllBytesAsync(bench.Path("seeding.mkv"), Cancellation));
            Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
            Assert.Empty(await bench.PendingAsync());
        }
    }

    [Theory]
    [InlineData("written")]
    [InlineData("synchronised")]
    [InlineData("verified")]
    public async Task A_file_that_loses_its_name_after_the_first_write_gets_its_bytes_back(string instant)
    {
        using var bench = new Workbench();
        var (path, before) = await AddAsync(bench, HardlinkPolicy.Defer);
        using var old = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        var outcome = await Instants.RunAsync(instant, () => File.Delete(path), () => bench.FixAsync(path));

        Assert.Contains("deleted or replaced", Assert.IsType<AudioFixOutcome.Failed>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(old));
        Assert.Empty(await bench.PendingAsync());
    }

    [Theory]
    [InlineData("written")]
    [InlineData("synchronised")]
    public async Task What_something_else_writes_over_the_change_is_left_and_a_person_is_told(string instant)
    {
        using var bench = new Workbench();
        var (path, before) = await AddAsync(bench, HardlinkPolicy.Defer);
        var (place, foreign) = (0, (byte)0);

        var outcome = await Instants.RunAsync(instant, WriteOver, () => bench.FixAsync(path));

        var sentence = Assert.IsType<AudioFixOutcome.Failed>(outcome).Sentence;
        Assert.Contains("something else", sentence, StringComparison.Ordinal);
        Assert.Contains("backup", sentence, StringComparison.Ordinal);
        Assert.Equal(foreign, (await File.ReadAllBytesAsync(path, Cancellation))[place]);
        Assert.Empty(await bench.PendingAsync());

        void WriteOver()
        {
            var bytes = File.ReadAllBytes(path);
            place = bytes.AsSpan().CommonPrefixLength(before);
            foreign = bytes[place] ^= 0x40;
            Overwrite(path, bytes);
        }
    }

    private static AudioOptions Options(HardlinkPolicy policy) => new() { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = policy };

    /// <summary>A film, and a second name of it where the policy is to replace such files.</summary>
    private static async Task<(string Path, byte[] Before)> AddAsync(Workbench bench, HardlinkPolicy policy)
    {
        var path = bench.AddFilm();
        if (policy is HardlinkPolicy.Copy)
        {
            Tools.Run("ln", "--force", path, bench.Path("seeding.mkv"));
        }

        return (path, await File.ReadAllBytesAsync(path, Cancellation));
    }

    private static async Task WaitsAsync(Workbench bench, AudioFixOutcome outcome, string telling)
    {
        var waiting = Assert.IsType<AudioFixOutcome.Waiting>(outcome);
        Assert.Equal(WaitReason.InUse, waiting.Reason);
        Assert.Contains(telling, waiting.Sentence, StringComparison.Ordinal);
        Assert.Empty(await bench.PendingAsync());
        Assert.DoesNotContain(bench.Names(), name => name.StartsWith('.'));
    }

    private static void Overwrite(string path, byte[] bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, bytes, 0);
    }

    private static async Task<byte[]> ReadAsync(FileStream file)
    {
        using var copy = new MemoryStream();
        file.Position = 0;
        await file.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }
}

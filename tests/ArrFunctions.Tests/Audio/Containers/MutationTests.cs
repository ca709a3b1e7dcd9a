using System.Diagnostics;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Tests.Audio.Containers;

/// <summary>Damaged files end in a clear outcome, fast, and are never written to unless they still parse whole.</summary>
public sealed class MutationTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static byte[][] Originals { get; } =
    [
        MatroskaWriter.ToArray(Matroska() with { VoidAfterTracks = 100 }),
        MatroskaWriter.ToArray(Matroska() with { TracksAtEnd = true, SeekHead = SeekHeadLayout.Chained, VoidInTracks = 20 }),
        MatroskaWriter.ToArray(Matroska(crc: true) with { TracksCrc32 = true, VoidAfterTracks = 40 }),
        MatroskaWriter.ToArray(Matroska() with { UnknownSizeSegment = true, UnknownSizeClusters = true, TracksAtEnd = true, SeekHead = SeekHeadLayout.None, VoidInTracks = 9 }),
        Mp4Writer.ToArray(Mp4()),
        Mp4Writer.ToArray(Mp4() with { MovieAtEnd = true, Brand = "qt  " }),
        Mp4Writer.ToArray(Mp4() with { Fragmented = true }),
        Mp4Writer.ToArray(Mp4() with { LargeSizes = new HashSet<string>(StringComparer.Ordinal) { "moov", "mdat", "trak" }, LastSizeZero = true }),
        Mp4Writer.ToArray(Mp4() with { Brand = "qt  ", CompressedMovie = true }),
    ];

    [Fact]
    public async Task Damaged_files_end_in_a_clear_outcome_and_only_whole_ones_are_written_to()
    {
        var seed = TestSettings.Seed;
        TestContext.Current.TestOutputHelper!.WriteLine($"ARRFUNCTIONS_TEST_SEED={seed}, {TestSettings.Mutations} mutations");
        using var bench = new Workbench(Workbench.InPlace, parentFolder: Directory.Exists("/dev/shm") ? "/dev/shm" : null);
        var path = bench.Path("film.bin");
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < TestSettings.Mutations; round++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + round));
            var before = Mutation.Of(Originals[random.Next(Originals.Length)], random);
            await File.WriteAllBytesAsync(path, before, TestContext.Current.CancellationToken);
            var name = await FixAndCheckAsync(bench, path, before, $"seed {seed}, round {round}");
            outcomes[name] = outcomes.GetValueOrDefault(name) + 1;
        }

        TestContext.Current.TestOutputHelper.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
        Assert.True(outcomes.ContainsKey(nameof(AudioFixOutcome.Failed)) && outcomes.ContainsKey(nameof(AudioFixOutcome.Changed)), "The damages are too weak or too strong.");
    }

    private static async Task<string> FixAndCheckAsync(Workbench bench, string path, byte[] before, string round)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await bench.FixAsync(path);
        Assert.True(Stopwatch.GetElapsedTime(started) < Longest, $"{round}: took too long");
        Assert.False(string.IsNullOrWhiteSpace(outcome.Sentence), round);
        var after = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        if (outcome is not AudioFixOutcome.Changed)
        {
            Assert.True(before.AsSpan().SequenceEqual(after), $"{round}: {outcome.Sentence}, but the file was written to");
            return outcome.GetType().Name;
        }

        Assert.True(before.Length == after.Length, $"{round}: the length changed");
        var second = await bench.FixAsync(path);
        Assert.True(second is AudioFixOutcome.AlreadyCorrect, $"{round}: a second fix is not idle: {second.Sentence}");
        Assert.True(await bench.UndoAsync(path) is AudioUndoOutcome.Undone, $"{round}: the fix cannot be taken back");
        var undone = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.True(before.AsSpan().SequenceEqual(undone), $"{round}: undo is not byte-identical");
        return nameof(AudioFixOutcome.Changed);
    }

    private static MatroskaFile Matroska(bool crc = false) => new()
    {
        Tracks =
        [
            MatroskaTrack.Video(),
            MatroskaTrack.Audio("eng") with { SizeLength = 8, Crc32 = crc, Name = "Stereo" },
            MatroskaTrack.Audio("ger") with { FlagEnabled = Flag.Set },
            MatroskaTrack.Audio("jpn", Flag.Clear) with { LanguageBcp47 = "ja-JP" },
            MatroskaTrack.Subtitle("eng"),
        ],
    };

    private static Mp4File Mp4() => new()
    {
        Tracks =
        [
            Mp4Track.Video(),
            Mp4Track.Audio("eng") with { Name = "Stereo" },
            Mp4Track.Audio("jpn", enabled: false) with { HeaderVersion = 1, ExtendedLanguage = "ja", References = [new Mp4Reference("chap", 4)] },
            Mp4Track.Chapters(),
        ],
    };
}

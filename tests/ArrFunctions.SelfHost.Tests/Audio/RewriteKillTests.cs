using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Audio;
using ArrFunctions.Tests.Audio.Rewrites;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>kill -9 of the program itself while another one writes a large file anew for it.</summary>
public sealed class RewriteKillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly CommandFolder folder = new();
    private readonly DirectoryInfo originals = Directory.CreateTempSubdirectory("originals-");
    private readonly Random random = new(TestSettings.Seed);

    private string Film => Path.Combine(folder.Media, "film.mkv");

    private string Original => Path.Combine(originals.FullName, "film.mkv");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Dispose();
        originals.Delete(recursive: true);
    }

    [Theory]
    [InlineData("mkvmerge")]
    [InlineData("ffmpeg")]
    [InlineData("mkvpropedit")]
    public async Task Killed_in_the_middle_the_original_or_the_finished_file_is_there_and_nothing_else(string tool)
    {
        Assert.SkipUnless(
            Tools.Has("ffmpeg") && Tools.Has("ffprobe") && Tools.Has("mkvmerge") && Tools.Has("mkvpropedit"), "Needs ffmpeg, ffprobe, mkvmerge and mkvpropedit (Debian: ffmpeg, mkvtoolnix).");
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        WriteLarge(Original, leaveInFront: tool == "mkvpropedit");
        var other = folder.Film("other/other.mkv");
        var longest = await MeasureAsync(tool);
        var (torn, whole) = (0, 0);
        for (var round = 0; round < SqliteProcessTests.Rounds; round++)
        {
            File.Copy(Original, Film, overwrite: true);
            var killed = await KillAsync(tool, longest * 0.6 * random.NextDouble());
            await AssertNoToolAsync(killed);
            torn += Leftovers().Length;

            // The next start, which has something else to do.
            Assert.Equal(0, (await CommandRun.OfAsync(Settings(tool), "audio", "fix", other, "--apply", "--data", folder.Data)).ExitCode);

            Assert.Empty(Leftovers());
            Assert.Equal([Film], Directory.GetFiles(folder.Media));
            if (!AreSame(Original, Film))
            {
                whole++;
                Assert.Equal([1], RealFile.DefaultsByFfprobe(Film));
                RealFile.AssertPlays(Film);
            }
        }

        output.WriteLine($"{SqliteProcessTests.Rounds} kills: {torn} left a second file to be removed, {whole} came after the rename");
        Assert.Equal(0, (await RunAsync(tool)).ExitCode);
        Assert.Equal([1], RealFile.DefaultsByFfprobe(Film));
        Assert.Equal([Film], Directory.GetFiles(folder.Media));
    }

    private static (string Name, string Value)[] Settings(string tool) => [("Audio__Fallback__Tools", tool), ("Audio__Languages", "jpn")];

    private string[] Leftovers() => [.. Directory.GetFiles(folder.Media).Where(path => path.EndsWith(".arrfunctions", StringComparison.Ordinal))];

    private Task<CommandRun> RunAsync(string tool) => CommandRun.OfAsync(Settings(tool), "audio", "fix", Film, "--apply", "--data", folder.Data);

    /// <summary>From the first byte of the second file to the end of the program.</summary>
    private async Task<TimeSpan> MeasureAsync(string tool)
    {
        File.Copy(Original, Film, overwrite: true);
        var run = RunAsync(tool);
        await WaitAsync(() => Leftovers().Length > 0 || run.IsCompleted);
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(0, (await run).ExitCode);
        return Stopwatch.GetElapsedTime(started);
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The program under test, not a tool.")]
    private async Task<int> KillAsync(string tool, TimeSpan after)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ArrFunctions.SelfHost"), ["audio", "fix", Film, "--apply", "--data", folder.Data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(tool).Append(("XDG_DATA_HOME", "/nonexistent")))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await WaitAsync(() => Leftovers().Length > 0 || process.HasExited);
        await Task.Delay(after, TimeProvider.System, Cancellation);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        return process.Id;
    }

    /// <summary>No program works on a file that the killed one had opened; what the kernel kills is gone soon.</summary>
    private static Task AssertNoToolAsync(int killed) => WaitAsync(() => !Directory.EnumerateDirectories("/proc").Any(process => IsToolOf(killed, process)));

    private static bool IsToolOf(int killed, string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains($"/proc/{killed}/fd/", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task WaitAsync(Func<bool> isReached)
    {
        var waited = Stopwatch.StartNew();
        while (!isReached())
        {
            Assert.True(waited.Elapsed < Soon, "It took too long.");
            await Task.Yield();
        }
    }

    private static bool AreSame(string first, string second)
    {
        using var one = File.OpenRead(first);
        using var two = File.OpenRead(second);
        return one.Length == two.Length && System.Security.Cryptography.SHA256.HashData(one).AsSpan().SequenceEqual(System.Security.Cryptography.SHA256.HashData(two));
    }

    /// <summary>Some 100 MB of noise that cannot be compressed, with two default audio tracks and no room to say otherwise.</summary>
    private static void WriteLarge(string path, bool leaveInFront)
    {
        var source = path + ".source.mkv";
        Tools.Run(
            "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "anoisesrc=duration=35:sample_rate=192000", "-f", "lavfi", "-i", "anoisesrc=duration=35:sample_rate=192000:seed=7",
            "-map", "0", "-map", "1", "-ac", "4", "-c:a", "pcm_s16le", source);
        Tools.Run(
            "mkvmerge", "-q", "--default-track-flag", "0:1", "--default-track-flag", "1:1", "--language", "0:eng", "--language", "1:jpn", "-o", path, source);
        File.Delete(source);
        RewriteSpecimens.TakeRoom(path, leaveInFront);
    }
}

using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>A bench with a rich film that has no room, and options for rewrites.</summary>
internal static class RewriteBench
{
    private static readonly Lazy<byte[]> NoRoom = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.mkv");
        RewriteSpecimens.WriteRich(path);
        RewriteSpecimens.TakeRoom(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    });

    /// <param name="tools">Each is tried, also mkvpropedit where it would move the headers; by default all, as users have them.</param>
    public static AudioOptions Options(params RewriteTool[] tools) => new()
    {
        Languages = [LanguageTag.Parse("jpn")],
        Rewrites = tools is [] ? new() : new() { Tools = tools, MovedHeader = MovedHeaderPolicy.Allow },
    };

    public static AudioOptions Keeping(TimeSpan time) => Options() with { Rewrites = new() { Tools = [RewriteTool.Mkvmerge], KeepOriginal = time } };

    public static void SkipWithoutTools() => Assert.SkipUnless(
        Tools.Has("ffmpeg") && Tools.Has("ffprobe") && Tools.Has("mkvmerge") && Tools.Has("mkvpropedit"),
        "This test needs ffmpeg, ffprobe, mkvmerge and mkvpropedit (Debian: ffmpeg, mkvtoolnix).");

    /// <summary>Writes the rich film without room.</summary>
    public static string AddNoRoom(this Workbench bench, string name = "film.mkv")
    {
        var path = bench.Path(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, NoRoom.Value);
        return path;
    }

    /// <summary>The file is as it was, and nothing is left: no second file, no record.</summary>
    public static async Task AssertUntouchedAsync(this Workbench bench, string path, FileStatus before)
    {
        Assert.Equal(NoRoom.Value, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(before with { }, StatusOf(path));
        Assert.Equal([Path.GetFileName(path)], bench.Names());
        await bench.AssertNothingPendingAsync();
    }

    public static async Task AssertNothingPendingAsync(this Workbench bench) =>
        Assert.Empty(await bench.Rewrites.PendingAsync(TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken));

    public static FileStatus StatusOf(string path)
    {
        using var handle = LinuxFile.OpenPath(path);
        return LinuxFile.Status(handle);
    }
}

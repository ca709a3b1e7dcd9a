using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Tests.Audio.Rewrites;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>Rewrites by other programs that are cut off at every instant.</summary>
internal static class RewriteScenarios
{
    private static Lazy<byte[]> NoRoom { get; } = Made(path =>
    {
        RewriteSpecimens.WriteRich(path);
        RewriteSpecimens.TakeRoom(path);
    });

    private static Lazy<byte[]> RoomInFront { get; } = Made(path =>
    {
        RewriteSpecimens.WriteRich(path);
        RewriteSpecimens.TakeRoom(path, leaveInFront: true);
    });

    private static Lazy<byte[]> CompressedMovie { get; } = Made(path => RewriteSpecimens.WriteCompressedMovie(path));

    public static Dictionary<string, FixScenario> All { get; } = new(StringComparer.Ordinal)
    {
        ["mkvmerge"] = By(RewriteTool.Mkvmerge, NoRoom),
        ["mkvpropedit, where mkvmerge is there too"] = By(null, RoomInFront),
        ["ffmpeg, MP4"] = By(RewriteTool.Ffmpeg, CompressedMovie),
        ["the original is kept"] = Kept(),
        ["the original is given back"] = Kept() with { Action = FixAction.Undo },
        ["next start, in the middle of the program's work"] = Recovered(FixAction.Fix, "tool ended"),
        ["next start, before the rename"] = Recovered(FixAction.Fix, "ready"),
        ["next start, after the rename"] = Recovered(FixAction.Fix, "renamed"),
        ["next start, before the original is given back"] = Recovered(FixAction.Undo, "return recorded"),
        ["next start, after the original was given back"] = Recovered(FixAction.Undo, "given back"),
    };

    private static FixScenario Recovered(FixAction cutOff, string instant) =>
        Kept() with { Action = FixAction.Recover, CutOffAction = cutOff, CutOffAt = instant };

    private static FixScenario Kept() => By(RewriteTool.Mkvmerge, NoRoom, TimeSpan.FromDays(1));

    /// <summary>Mkvpropedit comes first where none is named.</summary>
    private static FixScenario By(RewriteTool? tool, Lazy<byte[]> content, TimeSpan keepOriginal = default)
    {
        var rewrites = new RewriteOptions { KeepOriginal = keepOriginal };
        return new(ReferenceEquals(content, CompressedMovie) ? "film.mov" : "film.mkv", content)
        {
            Options = FixScenario.Japanese with { Rewrites = tool is { } only ? rewrites with { Tools = [only] } : rewrites },
        };
    }

    private static Lazy<byte[]> Made(Action<string> write) => new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("specimen-");
        try
        {
            var path = Path.Combine(folder.FullName, "film");
            write(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });
}

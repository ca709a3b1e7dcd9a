using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Media files whose German track is the default one and whose second track is English.</summary>
internal static class SampleFiles
{
    private static readonly string[] Languages = ["ger", "eng", "fre", "spa"];

    public static MatroskaFile Matroska { get; } = new()
    {
        Tracks = [MatroskaTrack.Video(), .. Languages.Select((language, index) => MatroskaTrack.Audio(language, index == 0 ? Flag.Set : Flag.Clear))],
        VoidAfterTracks = 100,
    };

    public static Mp4File Mp4 { get; } = new()
    {
        Tracks = [Mp4Track.Video(), .. Languages.Select((language, index) => Mp4Track.Audio(language, enabled: index == 0, alternateGroup: 1))],
    };

    /// <summary>A video and four audio tracks, encoded by ffmpeg; the ending of the name chooses the container.</summary>
    /// <param name="quality">1 makes the largest file, about 30 MB a second.</param>
    public static Task EncodeAsync(string path, int seconds, int quality, CancellationToken cancellationToken) => ChildProgram.RunAsync(
        "ffmpeg",
        [
            "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=25,noise=alls=60:allf=t",
            .. Languages.SelectMany((_, index) => (string[])["-f", "lavfi", "-i", $"sine=frequency={440 + (110 * index)}"]),
            "-map", "0", .. Languages.SelectMany((_, index) => (string[])["-map", $"{index + 1}"]),
            "-t", $"{seconds}", "-c:v", "mpeg4", "-q:v", $"{quality}", "-c:a", "aac",
            .. Languages.SelectMany((language, index) => (string[])[$"-metadata:s:a:{index}", $"language={language}"]),
            "-disposition:a:0", "default", "-y", path,
        ],
        cancellationToken);

    /// <summary>The same film many times over, until it has about that size; real samples throughout, no holes.</summary>
    public static Task RepeatAsync(string piece, string path, long size, CancellationToken cancellationToken) => ChildProgram.RunAsync(
        "ffmpeg",
        [
            "-v", "error", "-stream_loop", $"{(size / new FileInfo(piece).Length) - 1}", "-i", piece,
            "-map", "0", "-c", "copy", "-disposition:a:0", "default", "-y", path,
        ],
        cancellationToken);

    /// <summary>The few MB that the fixes of MKV files are measured on, from each program that is installed.</summary>
    public static async Task<IReadOnlyList<SampleShape>> MatroskaShapesAsync(WorkFolder folder, CancellationToken cancellationToken)
    {
        var own = folder.File("own.mkv");
        MatroskaWriter.Write(Matroska, own);
        if (await ChildProgram.FirstMissingAsync(cancellationToken, "ffmpeg") is not null)
        {
            return [new("MKV, own writer", own)];
        }

        var encoded = folder.File("ffmpeg.mkv");
        await EncodeAsync(encoded, seconds: 1, quality: 8, cancellationToken);
        if (await ChildProgram.FirstMissingAsync(cancellationToken, "mkvmerge") is not null)
        {
            return [new("MKV by ffmpeg", encoded)];
        }

        var merged = folder.File("mkvmerge.mkv");
        await ChildProgram.RunAsync("mkvmerge", ["-q", "-o", merged, encoded], cancellationToken);
        return [new("MKV by ffmpeg", encoded), new("MKV by mkvmerge", merged)];
    }

    public static async Task<SampleShape> Mp4ShapeAsync(WorkFolder folder, CancellationToken cancellationToken)
    {
        var path = folder.File("sample.mp4");
        if (await ChildProgram.FirstMissingAsync(cancellationToken, "ffmpeg") is null)
        {
            await EncodeAsync(path, seconds: 1, quality: 8, cancellationToken);
            return new("MP4 by ffmpeg", path);
        }

        Mp4Writer.Write(Mp4, path);
        return new("MP4, own writer", path);
    }

    /// <summary>A copy that is on disk already, so that no fix pays for making its sample durable.</summary>
    public static void CopyDurably(string source, string target)
    {
        File.Delete(target);
        File.Copy(source, target);
        Sync(target);
    }

    public static void Sync(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}

/// <summary>A file, and what made it.</summary>
internal sealed record SampleShape(string Name, string Path)
{
    public string Extension => System.IO.Path.GetExtension(Path);
}

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The programs that the replaced tool started for each file.</summary>
internal static class ReplacedPipeline
{
    public static Task ProbeAsync(string path, CancellationToken cancellationToken) =>
        ChildProgram.RunAsync("ffprobe", ["-v", "quiet", "-print_format", "json", "-show_streams", path], cancellationToken);

    public static async Task FixMatroskaAsync(string path, CancellationToken cancellationToken)
    {
        await ProbeAsync(path, cancellationToken);
        await ChildProgram.RunAsync(
            "mkvpropedit",
            [path, "--edit", "track:a1", "--set", "flag-default=0", "--edit", "track:a2", "--set", "flag-default=1"],
            cancellationToken);
    }

    /// <summary>MP4 had no editor: the film was written anew, with the movie box in front.</summary>
    public static async Task FixMp4Async(string path, string target, CancellationToken cancellationToken)
    {
        await ProbeAsync(path, cancellationToken);
        await ChildProgram.RunAsync(
            "ffmpeg",
            [
                "-v", "error", "-i", path, "-map", "0", "-c", "copy", "-disposition:a:0", "0", "-disposition:a:1", "default",
                "-movflags", "+faststart", "-y", target,
            ],
            cancellationToken);
    }
}

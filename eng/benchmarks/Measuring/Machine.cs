using System.Globalization;
using System.Text.RegularExpressions;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>What a reader needs to know of the machine; never its name, nor a path.</summary>
internal sealed partial record Machine(IReadOnlyList<MachineFact> Facts)
{
    public static async Task<Machine> DescribeAsync(string folder, CancellationToken cancellationToken) => new(
    [
        new("cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
        new("memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0.#} GiB"),
        new("file system", new DriveInfo(folder).DriveFormat),
        new("kernel", (await File.ReadAllTextAsync("/proc/sys/kernel/osrelease", cancellationToken)).Trim()),
        new(".NET", Environment.Version.ToString()),
        new("ffmpeg, ffprobe", await VersionAsync("ffprobe", "-version", cancellationToken)),
        new("mkvpropedit", await VersionAsync("mkvpropedit", "--version", cancellationToken)),
    ]);

    private static async Task<string> VersionAsync(string program, string option, CancellationToken cancellationToken) =>
        await ChildProgram.FirstLineAsync(program, [option], cancellationToken) is { } line ? Version().Match(line).Value : "not installed";

    [GeneratedRegex(@"v?\d+(\.\d+)+\S*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}

/// <summary>One line about the machine.</summary>
internal sealed record MachineFact(string Name, string Value);

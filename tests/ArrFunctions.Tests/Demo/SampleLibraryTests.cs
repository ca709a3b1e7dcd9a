using ArrFunctions.Demo;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.Tests.Demo;

public sealed class SampleLibraryTests : IDisposable
{
    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_library_has_a_few_small_files_each_in_a_folder_of_its_own()
    {
        var paths = SampleLibrary.Write(folder.Root);
        Assert.True(paths.Count >= 4);
        Assert.Equal(paths.Count, paths.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal).Count());
        Assert.All(paths, path => Assert.InRange(new FileInfo(path).Length, 1_000, 200_000));
    }

    [Fact]
    public void The_library_can_be_written_again()
    {
        var first = SampleLibrary.Write(folder.Root).ToDictionary(path => path, File.ReadAllBytes, StringComparer.Ordinal);
        Assert.All(SampleLibrary.Write(folder.Root), path => Assert.Equal(first[path], File.ReadAllBytes(path)));
    }

    [Fact]
    public void Ffprobe_opens_every_file_without_a_complaint()
    {
        Assert.SkipUnless(Tools.Has("ffprobe"), "ffprobe is not installed.");
        Assert.All(SampleLibrary.Write(folder.Root).Select(MediaProbe.FfprobeAudio), lines =>
        {
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.Matches("^[26],[01]$", line));
        });
    }

    [Fact]
    public void The_defaults_are_what_the_library_is_meant_to_show()
    {
        var defaults = SampleLibrary.Write(folder.Root).Select(path => path.EndsWith(".mp4", StringComparison.Ordinal)
            ? Mp4Witness.EnabledAudioTracks(path)
            : MatroskaWitness.DefaultAudioTracks(path));
        Assert.Equal<IReadOnlyList<int>>([[0], [0], [0], [0], [0, 1], [0], [0, 1]], defaults);
    }
}

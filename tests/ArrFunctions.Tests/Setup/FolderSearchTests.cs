using ArrFunctions.Setup;

namespace ArrFunctions.Tests.Setup;

public sealed class FolderSearchTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("arrfunctions-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void Folders_are_found_three_levels_deep_without_regard_to_case()
    {
        root.CreateSubdirectory("media/tv/Dark/Dark");
        root.CreateSubdirectory("a/b/c/Dark");
        root.CreateSubdirectory("DARK");

        Assert.Equal([Path.Combine(root.FullName, "DARK"), Path.Combine(root.FullName, "media/tv/Dark")], Find("dark"));
    }

    [Fact]
    public void Links_are_not_followed_and_what_cannot_be_listed_is_passed_over()
    {
        var outside = root.CreateSubdirectory("outside");
        outside.CreateSubdirectory("Dark");
        var inside = root.CreateSubdirectory("inside");
        Directory.CreateSymbolicLink(Path.Combine(inside.FullName, "link"), outside.FullName);

        Assert.Empty(new FolderSearch(TimeProvider.System).Find([inside.FullName, "/nonexistent"], Names("dark"), Cancellation));
    }

    [Fact]
    public void No_more_than_2000_folders_are_listed()
    {
        for (var folder = 0; folder < 2000; folder++)
        {
            root.CreateSubdirectory($"{folder:0000}");
        }

        // The order of a folder is its file system's, so that any of them may be the last one.
        foreach (var folder in root.EnumerateDirectories())
        {
            folder.CreateSubdirectory("Dark");
        }

        Assert.Equal(1999, Find("dark").Count());
    }

    [Fact]
    public void After_five_seconds_it_gives_up()
    {
        root.CreateSubdirectory("a/Dark");
        var clock = new SlowClock();

        Assert.Empty(new FolderSearch(clock).Find([root.FullName], Names("dark"), Cancellation));
        Assert.Equal(2, clock.Looks);
    }

    [Fact]
    public void The_first_media_file_is_found_below_the_folders_that_are_there()
    {
        root.CreateSubdirectory("tv/Dark/Season 01");
        File.WriteAllText(Path.Combine(root.FullName, "tv/Dark/poster.jpg"), "");
        File.WriteAllText(Path.Combine(root.FullName, "tv/Dark/Season 01/Dark.MKV"), "");

        var found = new FolderSearch(TimeProvider.System).FirstFile(["/nonexistent", root.FullName], Names(".mkv"), Cancellation);

        Assert.Equal(Path.Combine(root.FullName, "tv/Dark/Season 01/Dark.MKV"), found);
        Assert.Null(new FolderSearch(new SlowClock()).FirstFile([root.FullName], Names(".mkv"), Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Find(string name) =>
        new FolderSearch(TimeProvider.System).Find([root.FullName], Names(name), Cancellation).Order(StringComparer.Ordinal);

    /// <summary>Six seconds go by between two looks at it.</summary>
    private sealed class SlowClock : TimeProvider
    {
        public int Looks { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 6 * ++Looks;
    }
}

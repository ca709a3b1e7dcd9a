using ArrFunctions.Audio;

namespace ArrFunctions.Tests.Audio;

/// <summary>Which files of a folder are found, and in which order.</summary>
public sealed class MediaFolderTests : IDisposable
{
    private static readonly string[] Parts = ["a", "b", "A", "a.b", "a b", "é", "z~", "[x]", "0", "10", "2", "-"];

    private readonly string root = Directory.CreateTempSubdirectory("folder-").FullName;
    private readonly List<string> told = [];

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Files_of_a_folder_come_before_those_of_its_folders_each_in_ordinal_order()
    {
        Make("b.mkv", "B.mkv", "a/2.mkv", "a/10.mkv", "a.mkv", "a/z/1.mp4", "Z/1.m4v", "b/1.mov");

        Assert.Equal(["B.mkv", "a.mkv", "b.mkv", "Z/1.m4v", "a/10.mkv", "a/2.mkv", "a/z/1.mp4", "b/1.mov"], Found());
    }

    [Fact]
    public void Only_media_files_are_found_and_none_that_is_hidden()
    {
        Make("a.MKV", "b.txt", "c.mkv.part", ".d.mkv", "mkv", "e.webm/f.mka", ".g/h.m4a");

        Assert.Equal(["a.MKV", ".g/h.m4a", "e.webm/f.mka"], Found());
    }

    [Fact]
    public void Without_recursion_folders_are_left_out()
    {
        Make("a.mkv", "b/c.mkv");

        Assert.Equal(["a.mkv"], Found(recursive: false));
        Assert.Empty(Found(recursive: false, after: "a.mkv"));
        Assert.Empty(Found(recursive: false, after: "b/a.mkv"));
    }

    [Fact]
    public void Links_to_folders_are_not_followed_and_links_to_files_are_files()
    {
        Make("a/film.mkv");
        Directory.CreateSymbolicLink(Path.Combine(root, "b"), Path.Combine(root, "a"));
        Directory.CreateSymbolicLink(Path.Combine(root, "a/loop"), root);
        File.CreateSymbolicLink(Path.Combine(root, "c.mkv"), Path.Combine(root, "a/film.mkv"));

        Assert.Equal(["c.mkv", "a/film.mkv"], Found());
    }

    /// <summary>However few names are held, and wherever it goes on, also behind a file that is gone by then.</summary>
    [Fact]
    public void What_comes_behind_a_file_is_the_rest_of_the_list()
    {
        var random = new Random(TestSettings.Seed);
        for (var tree = 0; tree < 25; tree++)
        {
            var names = Enumerable.Range(0, random.Next(1, 25)).Select(_ => Name(random, $"{tree}")).Distinct(StringComparer.Ordinal).ToArray();
            Make(names);
            var expected = Expected(Path.Combine(root, $"{tree}")).ToList();
            var most = random.Next(1, 5);

            Assert.True(expected.SequenceEqual(Found(folder: $"{tree}", mostNames: most)), $"seed {TestSettings.Seed}, tree {tree}, {most} names");
            for (var place = 0; place < expected.Count; place++)
            {
                var rest = Found(folder: $"{tree}", after: expected[place], mostNames: most);
                Assert.True(expected.Skip(place + 1).SequenceEqual(rest), $"seed {TestSettings.Seed}, tree {tree}, {most} names, behind {expected[place]}");
            }

            if (expected is [])
            {
                continue;
            }

            var gone = expected[random.Next(expected.Count)];
            File.Delete(Path.Combine(root, gone));
            Assert.True(
                expected.SkipWhile(path => path != gone).Skip(1).SequenceEqual(Found(folder: $"{tree}", after: gone, mostNames: most)),
                $"seed {TestSettings.Seed}, tree {tree}, {most} names, behind {gone}, which is gone");
        }

        Assert.Empty(told);
    }

    [Fact]
    public void It_goes_on_behind_a_folder_that_is_gone()
    {
        Make("a/1.mkv", "b/1.mkv", "b/c/1.mkv", "d/1.mkv");
        Directory.Delete(Path.Combine(root, "b"), recursive: true);

        Assert.Equal(["d/1.mkv"], Found(after: "b/c/1.mkv"));
        Assert.Empty(told);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_told_once_and_the_others_are_found()
    {
        Make("a/1.mkv", "b/1.mkv", "b/c/1.mkv", "d/1.mkv");
        using var files = MediaFolder.Files(root, recursive: true, (folder, reason) => told.Add($"{Path.GetRelativePath(root, folder)}: {reason.Length > 0}")).GetEnumerator();
        Assert.True(files.MoveNext());

        // Its name is known by now.
        Directory.Delete(Path.Combine(root, "b"), recursive: true);

        Assert.True(files.MoveNext());
        Assert.Equal((Path.Combine(root, "d/1.mkv"), "b: True"), (files.Current, Assert.Single(told)));
        Assert.False(files.MoveNext());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_once()
    {
        Assert.Empty(Found(folder: "nothing"));
        Assert.Single(told);
    }

    private static string Name(Random random, string tree)
    {
        var folders = Enumerable.Range(0, random.Next(4)).Select(_ => Parts[random.Next(Parts.Length)]);
        return $"{tree}/{string.Join('/', folders.Append($"{Parts[random.Next(Parts.Length)]}{(random.Next(6) == 0 ? ".nfo" : ".mkv")}"))}";
    }

    /// <summary>The list as it is meant, made the plain way.</summary>
    private IEnumerable<string> Expected(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.mkv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Select(name => Relative(Path.Combine(folder, name))),
        .. Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).SelectMany(name => Expected(Path.Combine(folder, name))),
    ];

    private List<string> Found(string folder = "", bool recursive = true, string? after = null, int mostNames = 10_000) =>
    [
        .. MediaFolder.Files(
            Path.Combine(root, folder), recursive, (unreadable, _) => told.Add(unreadable), after is null ? null : Path.Combine(root, after), mostNames).Select(Relative),
    ];

    private string Relative(string path) => Path.GetRelativePath(root, path);

    private void Make(params IEnumerable<string> names)
    {
        foreach (var path in names.Select(name => Path.Combine(root, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, []);
        }
    }
}

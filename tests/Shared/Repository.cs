namespace ArrFunctions.Tests.Shared;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The text of a file, named from the root of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Where a file is, named from the root of the repository.</summary>
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ArrFunctions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, path);
    }
}

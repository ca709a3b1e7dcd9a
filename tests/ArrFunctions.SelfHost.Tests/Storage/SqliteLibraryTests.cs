using System.Runtime.InteropServices;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteLibraryTests
{
    [Fact]
    public void The_library_in_use_knows_our_sql_and_is_named_with_its_version()
    {
        var library = SqliteLibrary.Current;

        Assert.True(library.VersionNumber >= 3_035_000);
        Assert.Matches(@"^SQLite 3\.\d+\.\d+ \((beside the program|the system's|bundled)\)$", library.ToString());
    }

    [Fact]
    public async Task The_version_in_use_is_the_one_that_sql_tells()
    {
        using var folder = new StateFolder();
        await using var file = folder.Open();

        var told = await file.ReadAsync(session => (string)session.Scalar("SELECT sqlite_version()")!, TestContext.Current.CancellationToken);

        Assert.Equal(SqliteLibrary.Current.Version, told, StringComparer.Ordinal);
    }

    [Fact]
    public void An_old_library_beside_the_program_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("sqlite-library-");
        var bundled = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes", Runtime, "native"), "libe_sqlite3.so")[0];
        File.Copy(bundled, Path.Combine(folder.FullName, "libe_sqlite3.so"));

        var found = SqliteLibrary.Find(folder.FullName);

        Assert.NotEqual("beside the program", found.Source, StringComparer.Ordinal);
        folder.Delete(recursive: true);
    }

    private static string Runtime => RuntimeInformation.ProcessArchitecture is Architecture.Arm64
        ? "linux-arm64"
        : "linux-x64";
}

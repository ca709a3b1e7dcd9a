using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The native SQLite library of this process: one beside the program, the system's, or the one that the packages bundle.</summary>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="VersionNumber">As <c>sqlite3_libversion_number</c> tells it: 3051003 is 3.51.3.</param>
/// <param name="Handle">The loaded library.</param>
internal sealed record SqliteLibrary(string Source, int VersionNumber, nint Handle)
{
    /// <summary>The first version whose write-ahead log cannot lose a reset between two connections (SQLite release notes, 3.51.3).
    /// A publish for one runtime puts the bundled library of 2021 beside the program, under the very name of a chosen one.</summary>
    private const int OldestBesideProgram = 3_051_003;

    /// <summary>What our SQL needs, and what is bundled.</summary>
    private const int OldestAtAll = 3_035_000;

    private static readonly Lazy<SqliteLibrary> InUse = new(Load);

    /// <summary>The library in use; the first call loads it.</summary>
    public static SqliteLibrary Current => InUse.Value;

    public string Version => $"{VersionNumber / 1_000_000}.{VersionNumber / 1000 % 1000}.{VersionNumber % 1000}";

    public override string ToString() => $"SQLite {Version} ({Source})";

    internal static SqliteLibrary Find(string programFolder) =>
        TryOpen("beside the program", Path.Combine(programFolder, "libe_sqlite3.so"), OldestBesideProgram)
        ?? TryOpen("the system's", "libsqlite3.so.0", OldestAtAll)
        ?? Bundled();

    private static SqliteLibrary Load()
    {
        var library = Find(AppContext.BaseDirectory);
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => name is "e_sqlite3" ? library.Handle : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return library;
    }

    private static SqliteLibrary? TryOpen(string source, string path, int oldest)
    {
        if (!NativeLibrary.TryLoad(path, out var handle))
        {
            return null;
        }

        var version = VersionOf(handle);
        if (version >= oldest)
        {
            return new(source, version, handle);
        }

        NativeLibrary.Free(handle);
        return null;
    }

    private static SqliteLibrary Bundled()
    {
        var handle = NativeLibrary.Load("e_sqlite3", Assembly.GetExecutingAssembly(), searchPath: null);
        return new("bundled", VersionOf(handle), handle);
    }

    private static unsafe int VersionOf(nint handle) =>
        NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var export) ? ((delegate* unmanaged[Cdecl]<int>)export)() : 0;
}

namespace ArrFunctions.Benchmarks;

/// <summary>A folder for test files, deleted at the end, and how much shall be measured.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo root;

    public Workplace(string parent) => root = Directory.CreateDirectory(Path.Combine(parent, $"arrfunctions-benchmarks-{Guid.NewGuid():n}"));

    public required bool IsQuick { get; init; }

    public required int Files { get; init; }

    public required int BatchFiles { get; init; }

    public required int Movies { get; init; }

    /// <summary>The program of another build, to be compared with; null: none is.</summary>
    public string? Against { get; init; }

    public int Series => Movies * 8 / 100;

    public int Episodes => Movies * 5;

    public string Root => root.FullName;

    public long FreeSpace => new DriveInfo(Root).AvailableFreeSpace;

    /// <summary>The first number, or the second with <c>--quick</c>.</summary>
    public T Choose<T>(T full, T quick) => IsQuick ? quick : full;

    /// <summary>A new empty folder that is deleted when it is disposed of, so that one benchmark leaves nothing to the next.</summary>
    public WorkFolder CreateFolder(string name) => new(root.CreateSubdirectory(name));

    public void Dispose() => root.Delete(recursive: true);
}

/// <summary>A folder of one benchmark.</summary>
internal sealed class WorkFolder(DirectoryInfo folder) : IDisposable
{
    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Subfolder(string name) => folder.CreateSubdirectory(name).FullName;

    public void Dispose() => folder.Delete(recursive: true);
}

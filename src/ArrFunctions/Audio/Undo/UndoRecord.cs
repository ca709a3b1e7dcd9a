using ArrFunctions.Audio.Containers;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Undo;

/// <summary>All that is needed to take one change of a file back, or to finish it after a crash.</summary>
internal sealed record UndoRecord
{
    public required string Id { get; init; }

    /// <summary>Real path of the file when it was changed.</summary>
    public required string Path { get; init; }

    /// <summary>Device numbers can change when a file system is mounted again.</summary>
    public required ulong Device { get; init; }

    public required ulong Inode { get; init; }

    /// <summary>Length in bytes, before and after.</summary>
    public required long Size { get; init; }

    /// <summary>Modification time before the change.</summary>
    public required FileTime Modified { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The writes, in their order.</summary>
    public required IReadOnlyList<ByteRun> Runs { get; init; }

    public UndoStatus Status { get; init; } = UndoStatus.Pending;

    /// <summary>Why the change is not in the file, where it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>This change takes back the one with this id.</summary>
    public string? Undoes { get; init; }

    /// <summary>The change with this id took this one back.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>The job that made the change; null where none did.</summary>
    public string? JobId { get; init; }

    /// <summary>The change was made in a second file at this path, which then takes the place of the first; null for a change in place.</summary>
    public string? ReplacementPath { get; init; }

    /// <summary>Names the file's content place: in-place changes and replacements keep its length, so one partition holds a file's whole story.</summary>
    public string FileKey => KeyOf(Inode, Size);

    /// <summary>By inode and length, on the same device or, where device numbers have changed, under the same path.</summary>
    public bool IsOf(MediaFile file) => FileKey == KeyOf(file.Status) && (Device == file.Status.Device || Path == file.RealPath);

    public static string KeyOf(FileStatus file) => KeyOf(file.Inode, file.Size);

    public static UndoRecord For(MediaFile file, IReadOnlyList<ByteRun> runs, DateTimeOffset now) => new()
    {
        Id = UndoId.New(file.Status.Size, now),
        Path = file.RealPath,
        Device = file.Status.Device,
        Inode = file.Status.Inode,
        Size = file.Status.Size,
        Modified = file.Status.Modified,
        Created = now,
        Runs = runs,
    };

    private static string KeyOf(ulong inode, long size) => $"{inode:x16}.{size:x}";
}

/// <summary>What became of a recorded change.</summary>
internal enum UndoStatus
{
    /// <summary>Not known yet: the change is being made, or was when the process ended.</summary>
    Pending,

    /// <summary>The file holds the bytes after the change.</summary>
    Done,

    /// <summary>The file holds the bytes before the change.</summary>
    Dropped,

    /// <summary>The file holds neither; somebody else changed it, and a person has to look.</summary>
    Failed,
}

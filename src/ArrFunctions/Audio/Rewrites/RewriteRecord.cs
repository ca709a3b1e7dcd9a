using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>All that is needed to clean up after a rewrite that was cut off, and to take a finished one back.</summary>
internal sealed record RewriteRecord
{
    public required string Id { get; init; }

    /// <summary>Real path of the file.</summary>
    public required string Path { get; init; }

    public required ulong Device { get; init; }

    /// <summary>Of the file as it was.</summary>
    public required ulong Inode { get; init; }

    /// <summary>Length of the file as it was, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where the new file is written until it takes the name.</summary>
    public required string NewPath { get; init; }

    /// <summary>Where the file as it was is kept; null where it is not.</summary>
    public string? KeptPath { get; init; }

    /// <summary>When the kept file is deleted.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    public string? JobId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public RewriteStatus Status { get; init; }

    /// <summary>The program that wrote the new file.</summary>
    public RewriteTool Tool { get; init; }

    /// <summary>Of the new file, once it is complete.</summary>
    public ulong NewInode { get; init; }

    /// <summary>Length of the new file, once it is complete.</summary>
    public long NewSize { get; init; }

    public FileTime NewModified { get; init; }

    /// <summary>The file that is worked on, whose lease is held meanwhile.</summary>
    [JsonIgnore]
    public ulong LeasedInode => Status is RewriteStatus.Returning ? NewInode : Inode;

    /// <summary>Whether it was cut off, if nobody works on it.</summary>
    [JsonIgnore]
    public bool IsUnfinished => Status is RewriteStatus.Pending or RewriteStatus.Ready or RewriteStatus.Returning;

    /// <summary>Whether this file is the one that was there before.</summary>
    public bool Was(FileStatus file) => (file.Inode, file.Size) == (Inode, Size);

    /// <summary>Whether this file is the new one, as it was written.</summary>
    public bool Made(FileStatus file) => (file.Inode, file.Size, file.Modified) == (NewInode, NewSize, NewModified);
}

/// <summary>How far a rewrite has come.</summary>
internal enum RewriteStatus
{
    /// <summary>The new file is being written.</summary>
    Pending,

    /// <summary>The new file is complete and durable, and about to take the name.</summary>
    Ready,

    /// <summary>The new file has the name.</summary>
    Done,

    /// <summary>The file as it was is about to get its name back.</summary>
    Returning,

    /// <summary>The file as it was has its name again.</summary>
    TakenBack,

    /// <summary>The file as it was is not kept any more.</summary>
    Final,
}

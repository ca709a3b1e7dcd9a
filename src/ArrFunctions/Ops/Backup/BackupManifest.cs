using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Backup;

/// <summary>The first entry of a backup: what is in it.</summary>
internal sealed record BackupManifest
{
    public const string BackupKind = "arrfunctions-backup";

    public const int CurrentFormat = 1;

    /// <summary>Bytes and rows that a backup can have, far more than there are; sums of what a foreign one says cannot overflow.</summary>
    private const long Most = 1L << 50;

    private const int LongestVersion = 100;

    /// <summary>Tells such files from all others.</summary>
    public string? Kind { get; init; } = BackupKind;

    /// <summary>Of the backup itself; goes up with every change that an older program would misread.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Of the program that wrote it.</summary>
    public string? Version { get; init; } = StateHeader.ProductVersion;

    /// <summary>The instant whose state it holds.</summary>
    public DateTimeOffset Time { get; init; }

    public BackupReason Reason { get; init; }

    /// <summary>Version of the state: of the schema for <see cref="BackupEntry.Sqlite"/>, of the format for <see cref="BackupEntry.StateFile"/>.</summary>
    public long StateFormat { get; init; }

    /// <summary>How many rows each table has.</summary>
    public SortedDictionary<string, long>? Rows { get; init; }

    /// <summary>Messages in the queues; null where they are not in it, as with Azure Functions.</summary>
    public long? Messages { get; init; }

    /// <summary>Whether the reports of exports are in it, be it that there were none.</summary>
    public bool HasArtifacts { get; init; }

    /// <summary>All others, in their order.</summary>
    public IReadOnlyList<BackupEntry>? Entries { get; init; }

    public BackupView View(string name, long bytes, string? trouble = null) => new(
        name, Time, Reason, bytes, Version ?? "", StateFormat, Rows?.Values.Sum() ?? 0, Entries?.Count(static entry => BackupEntry.IsArtifact(entry.Name)) ?? 0, trouble);

    /// <exception cref="StateFileException">It is none of ours, damaged, or of a newer program.</exception>
    public BackupManifest Check()
    {
        if (Kind is not BackupKind)
        {
            throw new StateFileException("It is no backup of ArrFunctions.");
        }

        if (Format > CurrentFormat)
        {
            throw new StateFileException($"A newer version of ArrFunctions wrote it ({Version}, format {Format}; this one knows up to {CurrentFormat}). Update this one first.");
        }

        return this is { Format: >= 1, Version.Length: <= LongestVersion, Rows: { } rows, Entries: { } entries }
            && !Version.Any(char.IsControl)
            && rows.Values.All(static count => count >= 0) && rows.Values.Sum(static count => (decimal)count) <= Most
            && entries.All(static entry => entry is { Name: not null })
            && entries.Count(static entry => BackupEntry.IsState(entry.Name)) == 1
            && entries.All(static entry => BackupEntry.IsKnown(entry.Name) && entry.Length >= 0 && entry.Sha256 is { Length: 64 })
            && entries.Sum(static entry => (decimal)entry.Length) <= Most
            && entries.DistinctBy(static entry => entry.Name, StringComparer.Ordinal).Count() == entries.Count
            ? this
            : throw new StateFileException("What it says of its content is damaged, or names something that no backup holds.");
    }
}

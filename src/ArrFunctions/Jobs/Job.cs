using System.Text.Json;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Jobs;

/// <summary>One unit of work on one subject, as the ledger keeps it.</summary>
public sealed record Job
{
    /// <summary>32 hexadecimal digits: <see cref="JobId"/>.</summary>
    public required string Id { get; init; }

    public required JobKind Kind { get; init; }

    public required JobSource Source { get; init; }

    public required Lane Lane { get; init; }

    /// <summary>Local path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The file's path as the instance named it; null where that is the same.</summary>
    public string? RemotePath { get; init; }

    /// <summary>Name of the instance that named the file.</summary>
    public string? Instance { get; init; }

    /// <summary>Id of the episode file or movie file at that instance.</summary>
    public int? FileId { get; init; }

    /// <summary>Length in bytes, as the instance told it.</summary>
    public long? Size { get; init; }

    /// <summary>What it is called, for people: "Dark S01E01".</summary>
    public string? Title { get; init; }

    /// <summary>The event that it came of.</summary>
    public string? WebhookId { get; init; }

    /// <summary>Of the request or run that asked for it last; whatever its work does has the same.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The span in which it was asked for, as W3C writes it; null where nobody recorded it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The batch that it belongs to.</summary>
    public BatchItem? Batch { get; init; }

    /// <summary>Only tells what would be done, whatever the host's setting says.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>What else the feature that does the work was told; its own type.</summary>
    public JsonElement? Input { get; init; }

    public required JobStatus Status { get; init; }

    /// <summary>Set when it succeeded.</summary>
    public JobResult? Result { get; init; }

    /// <summary>Set while it waits; kept while it is looked at again.</summary>
    public JobWait? Wait { get; init; }

    /// <summary>Stable word for programs: why it was skipped or failed, camelCase.</summary>
    public string? Code { get; init; }

    /// <summary>A sentence for people.</summary>
    public string? Reason { get; init; }

    /// <summary>What the feature that did the work has to tell; its own type.</summary>
    public JsonElement? Detail { get; init; }

    /// <summary>Takes the change back.</summary>
    public string? UndoId { get; init; }

    /// <summary>Whether a person took the change back.</summary>
    public bool IsUndone { get; init; }

    /// <summary>How often it was begun since it was queued last.</summary>
    public int Attempts { get; init; }

    public JobLease? Lease { get; init; }

    /// <summary>How far long work has come; set while it runs.</summary>
    public JobProgress? Progress { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Time of the last change of its status.</summary>
    public required DateTimeOffset Updated { get; init; }
}

using System.Text.Json;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Jobs;

/// <summary>Work that is asked for.</summary>
public sealed record NewJob
{
    /// <inheritdoc cref="Job.Id"/>
    public required string Id { get; init; }

    public required JobKind Kind { get; init; }

    public required JobSource Source { get; init; }

    public required Lane Lane { get; init; }

    public required string Path { get; init; }

    /// <inheritdoc cref="Job.RemotePath"/>
    public string? RemotePath { get; init; }

    public string? Instance { get; init; }

    public int? FileId { get; init; }

    public long? Size { get; init; }

    public string? Title { get; init; }

    public string? WebhookId { get; init; }

    /// <inheritdoc cref="Job.Batch"/>
    public BatchItem? Batch { get; init; }

    /// <inheritdoc cref="Job.IsDryRun"/>
    public bool IsDryRun { get; init; }

    /// <inheritdoc cref="Job.Input"/>
    public JsonElement? Input { get; init; }

    /// <summary>Known beforehand that nothing can be done: it is kept, and not queued.</summary>
    public JobOutcome.Skipped? Refusal { get; init; }
}

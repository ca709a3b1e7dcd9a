using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Work on all files of a folder, as the store keeps it.</summary>
public sealed record Batch
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required JobKind Kind { get; init; }

    public required string Path { get; init; }

    public required bool Recursive { get; init; }

    public required IReadOnlyList<string> Patterns { get; init; }

    public required BatchFilters Filters { get; init; }

    public required bool DryRun { get; init; }

    /// <summary>What else the feature was told; its own type.</summary>
    public JsonElement? Input { get; init; }

    public required Lane Lane { get; init; }

    /// <summary>Who asked for it: <c>key:{name}</c>, <c>cli</c>, <c>schedule:{name}</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Of the request or run that asked for its present attempt.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The span in which that was asked for, as W3C writes it; null where nobody recorded it.</summary>
    public string? TraceParent { get; init; }

    public required BatchStatus Status { get; init; }

    /// <summary>A sentence for people, where there is more to say than the status.</summary>
    public string? Reason { get; init; }

    /// <summary>How often it was begun: 1, and one more for each retry of what failed.</summary>
    public int Attempt { get; init; } = 1;

    public required DateTimeOffset Created { get; init; }

    /// <summary>When its present attempt was asked for.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>What had come of it by then.</summary>
    public BatchCounts Before { get; init; } = new();

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether all its files are found.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Files that were found so far.</summary>
    public int Files { get; init; }

    /// <summary>Pages that the files found so far fill.</summary>
    public int Pages { get; init; }

    /// <summary>Path of the last file that was found.</summary>
    public string? Cursor { get; init; }

    /// <summary>Of the pages in work, as of the last look.</summary>
    public BatchCounts Counts { get; init; } = new();

    /// <summary>When an item came to its end last.</summary>
    public DateTimeOffset Moved { get; init; }

    /// <summary>How far it was a minute or two ago, the older first: at most two.</summary>
    public IReadOnlyList<BatchPace> Pace { get; init; } = [];

    /// <summary>It was told that nothing has come to its end for long.</summary>
    public bool IsStalled { get; init; }

    /// <summary>Folders that could not be listed, counted.</summary>
    public int Unreadable { get; init; }

    [JsonIgnore]
    public BatchPace LastPace => Pace is [.., var last] ? last : new(Begun, Before.Settled);

    [JsonIgnore]
    public bool HasEnded => Ended is not null;
}

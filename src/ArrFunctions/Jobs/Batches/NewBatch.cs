using System.Text.Json;

namespace ArrFunctions.Jobs.Batches;

/// <summary>A batch that is asked for.</summary>
public sealed record NewBatch
{
    public required JobKind Kind { get; init; }

    /// <summary>Local path of a folder; another name of what it works on for other kinds than audio.</summary>
    public required string Path { get; init; }

    /// <summary>False: the files of the folder itself alone, whatever the patterns say.</summary>
    public bool Recursive { get; init; } = true;

    /// <summary>Patterns of paths, one of which must match; none for all media files.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>Null: as the host's setting says.</summary>
    public bool? DryRun { get; init; }

    public BatchPriority Priority { get; init; } = BatchPriority.Normal;

    public BatchFilters Filters { get; init; } = new();

    /// <inheritdoc cref="Batch.Input"/>
    public JsonElement? Input { get; init; }
}

using System.Text.Json;

namespace ArrFunctions.Jobs.Batches;

/// <summary>What the message in the batch queue says: begin this batch, or go on with it.</summary>
/// <param name="Attempt">The <see cref="Batch.Attempt"/> that it is for; an older one is left over.</param>
public sealed record BatchStart(string BatchId, int Attempt)
{
    public string ToBody() => JsonSerializer.Serialize(this, BatchJson.Default.BatchStart);

    /// <summary>Null for a body that is none.</summary>
    public static BatchStart? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BatchJson.Default.BatchStart) is { BatchId: { } id } start && JobId.IsId(id) ? start : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

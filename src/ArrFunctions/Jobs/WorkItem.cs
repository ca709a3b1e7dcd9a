using System.Text.Json;

namespace ArrFunctions.Jobs;

/// <summary>What a message in a lane says: which job, and nothing else.</summary>
internal sealed record WorkItem(string JobId)
{
    public string ToBody() => JsonSerializer.Serialize(this, JobJson.Default.WorkItem);

    /// <summary>Null for a body that is no work item.</summary>
    public static WorkItem? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, JobJson.Default.WorkItem) is { JobId: { } id } item && Jobs.JobId.IsId(id) ? item : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

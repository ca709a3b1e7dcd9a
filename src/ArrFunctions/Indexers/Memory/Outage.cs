using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers.Memory;

/// <summary>A time in which an indexer failed: from the first failure after a success to the next success.</summary>
/// <param name="Class">Of the first failure.</param>
internal sealed record Outage(DateTimeOffset Start, DateTimeOffset End, FailureClass? Class)
{
    [JsonIgnore]
    public long Seconds => (long)(End - Start).TotalSeconds;
}

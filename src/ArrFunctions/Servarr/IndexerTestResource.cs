using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>What a test of all indexers found of one (<c>POST indexer/testall</c>).</summary>
internal sealed record IndexerTestResource
{
    public int Id { get; set; }

    [JsonConverter(typeof(LenientFlag))]
    public bool IsValid { get; set; }

    [JsonConverter(typeof(LenientList<ValidationFailureResource>))]
    public IReadOnlyList<ValidationFailureResource>? ValidationFailures { get; set; }
}

using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>How often Prowlarr grabbed something from an indexer (<c>GET indexerstats</c>).</summary>
internal sealed record IndexerStatsResource
{
    public int IndexerId { get; set; }

    public int NumberOfGrabs { get; set; }

    public int NumberOfFailedGrabs { get; set; }
}

/// <summary>What is around them.</summary>
internal sealed record IndexerStatsListResource
{
    [JsonConverter(typeof(LenientList<IndexerStatsResource>))]
    public IReadOnlyList<IndexerStatsResource>? Indexers { get; set; }
}

using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>How often Prowlarr asked an indexer (<c>GET indexerstats</c>).</summary>
internal sealed record IndexerStatsResource
{
    public int IndexerId { get; set; }

    /// <summary>Milliseconds.</summary>
    public int AverageResponseTime { get; set; }

    public int NumberOfQueries { get; set; }

    public int NumberOfRssQueries { get; set; }

    public int NumberOfAuthQueries { get; set; }

    public int NumberOfGrabs { get; set; }

    public int NumberOfFailedQueries { get; set; }

    public int NumberOfFailedRssQueries { get; set; }

    public int NumberOfFailedAuthQueries { get; set; }

    public int NumberOfFailedGrabs { get; set; }
}

/// <summary>What is around them.</summary>
internal sealed record IndexerStatsListResource
{
    [JsonConverter(typeof(LenientList<IndexerStatsResource>))]
    public IReadOnlyList<IndexerStatsResource>? Indexers { get; set; }
}

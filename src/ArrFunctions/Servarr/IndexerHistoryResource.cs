using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>A question that Prowlarr put to an indexer (<c>GET history/since</c>). Its URL holds the tracker's key and is not read.</summary>
internal sealed record IndexerHistoryResource
{
    public int Id { get; set; }

    public int IndexerId { get; set; }

    public DateTimeOffset Date { get; set; }

    public bool Successful { get; set; }

    /// <summary><c>indexerQuery</c>, <c>indexerRss</c>, <c>indexerAuth</c>, <c>releaseGrabbed</c>.</summary>
    public string? EventType { get; set; }

    [JsonConverter(typeof(LenientObject<IndexerHistoryData>))]
    public IndexerHistoryData? Data { get; set; }
}

/// <summary>All values are text there.</summary>
internal sealed record IndexerHistoryData
{
    /// <summary>Milliseconds.</summary>
    public string? ElapsedTime { get; set; }

    /// <summary><c>1</c>: answered out of Prowlarr's cache, the tracker was not asked.</summary>
    public string? Cached { get; set; }
}

using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>A season of a series; specials are season 0.</summary>
internal sealed record SeasonResource
{
    public int SeasonNumber { get; set; }

    public bool Monitored { get; set; }

    [JsonConverter(typeof(LenientObject<SeriesStatisticsResource>))]
    public SeriesStatisticsResource? Statistics { get; set; }
}

/// <summary>Counts of a series or season.</summary>
internal sealed record SeriesStatisticsResource
{
    /// <summary>Episodes that have a file.</summary>
    public int EpisodeFileCount { get; set; }

    /// <summary>Episodes that have aired and are monitored, or have a file.</summary>
    public int EpisodeCount { get; set; }

    public int TotalEpisodeCount { get; set; }

    /// <summary>Bytes.</summary>
    public long? SizeOnDisk { get; set; }
}

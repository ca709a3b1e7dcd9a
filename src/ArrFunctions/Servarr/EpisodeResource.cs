namespace ArrFunctions.Servarr;

/// <summary>An episode of Sonarr, as far as it is used (<c>GET episode?seriesId=</c>).</summary>
internal sealed record EpisodeResource
{
    public int Id { get; set; }

    /// <summary>0: it has none.</summary>
    public int EpisodeFileId { get; set; }

    public int SeasonNumber { get; set; }

    public int EpisodeNumber { get; set; }

    public string? Title { get; set; }

    public bool Monitored { get; set; }

    /// <summary>ISO 8601.</summary>
    public string? AirDateUtc { get; set; }
}

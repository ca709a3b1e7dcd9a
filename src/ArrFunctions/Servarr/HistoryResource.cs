using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Something that happened to a movie or an episode, as far as it is used (<c>GET history/since</c>).</summary>
internal sealed record HistoryResource
{
    public DateTimeOffset Date { get; set; }

    /// <summary>Radarr's; 0 at Sonarr.</summary>
    public int MovieId { get; set; }

    /// <summary>Sonarr's; 0 at Radarr.</summary>
    public int SeriesId { get; set; }

    /// <summary><c>grabbed</c>, <c>downloadFolderImported</c>, <c>movieFileRenamed</c> ...</summary>
    public string? EventType { get; set; }

    public string? SourceTitle { get; set; }

    [JsonConverter(typeof(LenientObject<HistoryData>))]
    public HistoryData? Data { get; set; }
}

/// <summary>What belongs to an import; the instances write all of it as text.</summary>
internal sealed record HistoryData
{
    /// <summary>Id of the movie file or episode file.</summary>
    public long? FileId { get; set; }

    /// <summary>Where the file was put, as the instance names it.</summary>
    public string? ImportedPath { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }
}

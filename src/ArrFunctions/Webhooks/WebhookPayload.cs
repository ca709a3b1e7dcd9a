using System.Text.Json.Serialization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>What is used of the events of the three applications. A member that is missing or of another type is null, empty or false.</summary>
/// <remarks>
/// Sonarr, Radarr and Prowlarr: <c>NzbDrone.Core/Notifications/Webhook/Webhook*Payload.cs</c>. The members can be set because the JSON source
/// generator would overwrite the defaults of init-only ones.
/// </remarks>
internal sealed record WebhookPayload
{
    public string? EventType { get; set; }

    public string? InstanceName { get; set; }

    /// <summary>Where the sender is found, as set there; empty by default.</summary>
    public string? ApplicationUrl { get; set; }

    [JsonConverter(typeof(LenientObject<SeriesPayload>))]
    public SeriesPayload? Series { get; set; }

    [JsonConverter(typeof(LenientList<EpisodePayload>))]
    public IReadOnlyList<EpisodePayload> Episodes { get; set; } = [];

    /// <summary>Sonarr's Download of one file, and EpisodeFileDelete.</summary>
    [JsonConverter(typeof(LenientObject<FilePayload>))]
    public FilePayload? EpisodeFile { get; set; }

    /// <summary>Sonarr's Download of a whole import.</summary>
    [JsonConverter(typeof(LenientList<FilePayload>))]
    public IReadOnlyList<FilePayload> EpisodeFiles { get; set; } = [];

    [JsonConverter(typeof(LenientList<FilePayload>))]
    public IReadOnlyList<FilePayload> RenamedEpisodeFiles { get; set; } = [];

    [JsonConverter(typeof(LenientObject<MoviePayload>))]
    public MoviePayload? Movie { get; set; }

    [JsonConverter(typeof(LenientObject<FilePayload>))]
    public FilePayload? MovieFile { get; set; }

    [JsonConverter(typeof(LenientList<FilePayload>))]
    public IReadOnlyList<FilePayload> RenamedMovieFiles { get; set; } = [];

    public bool IsUpgrade { get; set; }

    /// <summary>The files that an upgrade replaced; empty in SeriesDelete and MovieDelete, where it is a truth value.</summary>
    [JsonConverter(typeof(LenientList<FilePayload>))]
    public IReadOnlyList<FilePayload> DeletedFiles { get; set; } = [];

    /// <summary>missingFromDisk, manual, upgrade, noLinkedEpisodes, manualOverride.</summary>
    public string? DeleteReason { get; set; }

    public string? DownloadId { get; set; }

    [JsonConverter(typeof(LenientObject<ReleasePayload>))]
    public ReleasePayload? Release { get; set; }

    /// <summary>Of a health issue: ok, notice, warning, error.</summary>
    public string? Level { get; set; }

    public string? Message { get; set; }

    /// <summary>Of a health issue: the check.</summary>
    public string? Type { get; set; }

    public string? WikiUrl { get; set; }

    public string? PreviousVersion { get; set; }

    public string? NewVersion { get; set; }
}

using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>A quality profile, as far as it is used (<c>GET qualityprofile</c>).</summary>
internal sealed record QualityProfileResource
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public bool UpgradeAllowed { get; set; }

    /// <summary>Quality id, or the id of a group.</summary>
    public int Cutoff { get; set; }

    public int MinFormatScore { get; set; }

    public int CutoffFormatScore { get; set; }

    /// <summary>Missing before the end of 2024, when it was 1.</summary>
    public long? MinUpgradeFormatScore { get; set; }

    [JsonConverter(typeof(LenientList<FormatItemResource>))]
    public IReadOnlyList<FormatItemResource> FormatItems { get; set; } = [];

    /// <summary>From the worst to the best.</summary>
    [JsonConverter(typeof(LenientList<ProfileItemResource>))]
    public IReadOnlyList<ProfileItemResource> Items { get; set; } = [];
}

/// <summary>Points for a custom format.</summary>
internal sealed record FormatItemResource
{
    /// <summary>Id of the format.</summary>
    public int Format { get; set; }

    public int Score { get; set; }
}

/// <summary>A quality, or a group of them, which has an id and a name of its own.</summary>
internal sealed record ProfileItemResource
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public bool Allowed { get; set; }

    [JsonConverter(typeof(LenientObject<QualityResource>))]
    public QualityResource? Quality { get; set; }

    [JsonConverter(typeof(LenientList<ProfileItemResource>))]
    public IReadOnlyList<ProfileItemResource> Items { get; set; } = [];
}

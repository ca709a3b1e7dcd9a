using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>The quality of a file, with its revision, which is not used.</summary>
internal sealed record QualityModelResource
{
    [JsonConverter(typeof(LenientObject<QualityResource>))]
    public QualityResource? Quality { get; set; }
}

/// <summary>A quality.</summary>
internal sealed record QualityResource
{
    public int Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Lines; 0: not known.</summary>
    public int Resolution { get; set; }
}

namespace ArrFunctions.Metadata;

/// <summary>What a media file belongs to.</summary>
public enum MediaKind
{
    Unknown,
    Movie,
    Series,
}

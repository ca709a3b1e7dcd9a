namespace ArrFunctions.Demo.Matroska;

/// <summary>TrackType by its registered numbers (RFC 9559, 5.1.4.1.3).</summary>
public enum MatroskaTrackType
{
    Video = 1,
    Audio = 2,
    Subtitle = 17,
}

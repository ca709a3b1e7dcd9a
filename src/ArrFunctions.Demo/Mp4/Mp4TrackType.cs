namespace ArrFunctions.Demo.Mp4;

/// <summary>What a track's handler says it is.</summary>
public enum Mp4TrackType
{
    /// <summary>Handler <c>vide</c>.</summary>
    Video,

    /// <summary>Handler <c>soun</c>.</summary>
    Audio,

    /// <summary>Handler <c>text</c>: what chapter references point to.</summary>
    Text,

    /// <summary>Handler <c>tmcd</c>: time codes.</summary>
    TimeCode,
}

namespace ArrFunctions.Audio;

/// <summary>What to do in MP4 when audio tracks are not marked as alternatives of each other (<c>Audio:Mp4:AlternateGroup</c>).</summary>
/// <remarks>A reader may ignore a disabled track unless it is an alternative of an enabled one (ISO 14496-12, 8.3.2).</remarks>
public enum AlternateGroupPolicy
{
    /// <summary>Mark them as alternatives first: one unused group on all audio tracks.</summary>
    Set,

    /// <summary>Refuse the file.</summary>
    Require,

    /// <summary>Disable the other tracks all the same.</summary>
    Ignore,
}

namespace ArrFunctions.Audio;

/// <summary>What a container says about an audio track.</summary>
[Flags]
public enum AudioTrackFlags
{
    None = 0,

    /// <summary>Matroska FlagDefault, absent counts as set; MP4 track_enabled.</summary>
    Default = 1 << 0,

    /// <summary>Matroska FlagOriginal = 1: the language of the production.</summary>
    Original = 1 << 1,

    /// <summary>Matroska FlagOriginal = 0, written out; MP4 kind "dub".</summary>
    Dub = 1 << 2,

    Commentary = 1 << 3,

    /// <summary>Audio description for the visually impaired.</summary>
    VisualImpaired = 1 << 4,

    HearingImpaired = 1 << 5,

    Forced = 1 << 6,

    /// <summary>Matroska FlagEnabled = 0: not to be played.</summary>
    Disabled = 1 << 7,

    /// <summary>MP4: another track uses this one as its chapters, time code, hints or clock; never chosen, never changed.</summary>
    Auxiliary = 1 << 8,
}

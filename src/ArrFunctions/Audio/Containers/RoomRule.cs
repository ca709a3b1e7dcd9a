namespace ArrFunctions.Audio.Containers;

/// <summary>Where the bytes for a flag that was not there came from.</summary>
[Flags]
internal enum RoomRule
{
    /// <summary>Every flag that changes was there already.</summary>
    None = 0,

    /// <summary>The track entry's own size coding was longer than needed.</summary>
    SizeCoding = 1 << 0,

    /// <summary>Inside Tracks: a flag that repeats its default, a Void, or another size coding that was longer than needed.</summary>
    InsideTracks = 1 << 1,

    /// <summary>The Void directly behind Tracks.</summary>
    VoidBehindTracks = 1 << 2,

    /// <summary>MP4: the audio tracks became alternatives of each other by a shared alternate_group.</summary>
    AlternateGroup = 1 << 3,
}

namespace ArrFunctions.Tests.Witness;

/// <summary>A <c>trak</c> and the few fields of it that a change of the default track may touch.</summary>
internal sealed record Mp4TrackReading(Mp4BoxReading Track)
{
    private Mp4BoxReading Header => Track.Require("tkhd");

    private int Version => Header.Data[0];

    /// <summary>Version, flags, two times, the id, a reserved word and the duration; 64-bit times and duration in version 1.</summary>
    private int AlternateGroupAt => (Version is 1 ? 4 + 8 + 8 + 4 + 4 + 8 : 4 + 4 + 4 + 4 + 4 + 4) + 8 + 2;

    public string Handler => Track.Require("mdia/hdlr").Code(8);

    public bool IsAudio => Handler is "soun";

    public uint Id => Header.U32(Version is 1 ? 20 : 12);

    public uint Flags => Header.U32(0) & 0xFFFFFF;

    public bool IsEnabled => (Flags & 1) is 1;

    public int AlternateGroup => Header.U16(AlternateGroupAt);

    /// <summary>Where in the file the byte with the enabled bit stands: the last of the flags.</summary>
    public long EnabledOffset => Header.DataOffset + 3;

    /// <summary>Where in the file the two bytes of alternate_group begin.</summary>
    public long AlternateGroupOffset => Header.DataOffset + AlternateGroupAt;
}

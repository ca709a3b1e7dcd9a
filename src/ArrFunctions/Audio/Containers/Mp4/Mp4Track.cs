using System.Buffers.Binary;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>One trak box: the fields that a fix reads or changes, and where they lie.</summary>
internal sealed class Mp4Track
{
    private const int MaxTracks = 1000;

    private static readonly uint Sound = Mp4Box.TypeOf("soun");

    /// <summary>References by which a track serves another; such a track is no audio of its own to choose.</summary>
    private static readonly HashSet<uint> ServingReferences =
        [.. new[] { "chap", "tmcd", "hint", "sync" }.Select(name => Mp4Box.TypeOf(name))];

    private readonly BoxTree track;
    private readonly BoxTree header;
    private readonly BoxTree media;
    private readonly int version;

    private Mp4Track(BoxTree track)
    {
        this.track = track;
        header = Only(track, "tkhd");
        media = Only(track, "mdia");
        version = header.Content.IsEmpty ? -1 : header.Content.Span[0];
        var length = version switch { 0 => 84, 1 => 96, _ => int.MaxValue };
        if (header.Content.Length < length)
        {
            throw UnreadableMediaException.Damaged($"the 'tkhd' box at byte {header.Box.Offset} is too short or of an unknown version");
        }

        if (media.Child("hdlr") is not { Content.Length: >= 12 } handler)
        {
            throw UnreadableMediaException.Damaged($"the track at byte {track.Box.Offset} does not say what it is: no valid 'hdlr' box");
        }

        IsAudio = BinaryPrimitives.ReadUInt32BigEndian(handler.Content.Span[8..]) == Sound;
    }

    public bool IsAudio { get; }

    /// <summary>Another track uses this one as its chapters, time code, hints or clock.</summary>
    public bool ServesAnother { get; private set; }

    public uint Id => BinaryPrimitives.ReadUInt32BigEndian(header.Content.Span[(version == 0 ? 12 : 20)..]);

    /// <summary>Bit 0 of tkhd.flags, track_enabled (ISO 14496-12, 8.3.2); readers show it as the default flag.</summary>
    public bool IsEnabled => (LowFlags & 1) != 0;

    /// <summary>Tracks with the same number other than 0 are alternatives of each other.</summary>
    public ushort AlternateGroup => BinaryPrimitives.ReadUInt16BigEndian(header.Content.Span[GroupStart..]);

    private byte LowFlags => header.Content.Span[3];

    private int GroupStart => version == 0 ? 34 : 46;

    /// <exception cref="UnreadableMediaException">A track lacks what every track must have.</exception>
    public static IReadOnlyList<Mp4Track> ReadAll(BoxTree movie)
    {
        var boxes = movie.ChildrenOf("trak").ToList();
        if (boxes.Count > MaxTracks)
        {
            throw UnreadableMediaException.Unsupported($"it has more than {MaxTracks} tracks");
        }

        var tracks = boxes.ConvertAll(box => new Mp4Track(box));
        var serving = tracks.SelectMany(track => track.ServingTrackIds().Where(id => id != track.Id)).ToHashSet();
        foreach (var track in tracks)
        {
            track.ServesAnother = serving.Contains(track.Id);
        }

        return tracks;
    }

    public AudioTrack ToAudioTrack(int position)
    {
        var entry = SampleEntries.FirstAudio(media);
        return new AudioTrack
        {
            Position = position,
            Number = Id,
            Language = MediaLanguage.Of(media),
            Title = TrackNames.TitleOf(track, media),
            Codec = entry.Codec,
            Channels = entry.Channels,
            Flags = TrackKinds.FlagsOf(track)
                | (IsEnabled ? AudioTrackFlags.Default : AudioTrackFlags.None)
                | (ServesAnother ? AudioTrackFlags.Auxiliary : AudioTrackFlags.None),
        };
    }

    /// <summary>The name in its user data (<c>udta.name</c>).</summary>
    public string? Name => TrackNames.NameOf(track);

    public ByteRun SetEnabled(bool value)
    {
        var after = (byte)(value ? LowFlags | 1 : LowFlags & ~1);
        return new ByteRun(header.Box.ContentOffset + 3, [LowFlags], [after]);
    }

    public ByteRun SetAlternateGroup(ushort group)
    {
        var after = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(after, group);
        return new ByteRun(header.Box.ContentOffset + GroupStart, header.Content.Slice(GroupStart, 2).ToArray(), after);
    }

    /// <summary>Tracks that this one uses as its chapters, time code, hints or clock: lists of track_IDs (ISO 14496-12, 8.3.3).</summary>
    private IEnumerable<uint> ServingTrackIds()
    {
        foreach (var reference in track.Child("tref")?.Children ?? [])
        {
            if (!ServingReferences.Contains(reference.Box.Type))
            {
                continue;
            }

            for (var at = 0; at + 4 <= reference.Content.Length; at += 4)
            {
                yield return BinaryPrimitives.ReadUInt32BigEndian(reference.Content.Span[at..]);
            }
        }
    }

    private static BoxTree Only(BoxTree parent, string type) => parent.ChildrenOf(type).ToList() is [var box]
        ? box
        : throw UnreadableMediaException.Damaged($"the track at byte {parent.Box.Offset} does not have exactly one '{type}' box");
}

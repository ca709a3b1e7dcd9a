using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>What a Tracks element says about the audio tracks (RFC 9559, 5.1.4).</summary>
internal static class MatroskaTracks
{
    private const int MaxTracks = 1000;
    private const ulong AudioType = 2;

    /// <exception cref="UnreadableMediaException">A track says two different things, or a value has no possible form.</exception>
    public static IReadOnlyList<AudioTrack> Read(EbmlElement tracks)
    {
        var entries = tracks.Children!.Where(child => child.Id == MatroskaIds.TrackEntry).ToList();
        if (entries.Count > MaxTracks)
        {
            throw UnreadableMediaException.Unsupported($"it has more than {MaxTracks} tracks");
        }

        if (entries.Exists(entry => entry.Children!.Count(child => child.Id == MatroskaIds.FlagDefault) > 1))
        {
            throw UnreadableMediaException.Damaged("a track has two default flags");
        }

        return [.. entries.Where(IsAudio).Select(ReadTrack)];
    }

    /// <summary>Of all tracks, also those that are no audio.</summary>
    public static IReadOnlyList<LanguageTag> Languages(EbmlElement tracks) =>
        [.. tracks.Children!.Where(child => child.Id == MatroskaIds.TrackEntry).Select(LanguageOf)];

    public static bool IsAudio(EbmlElement entry) =>
        entry.Id == MatroskaIds.TrackEntry && Unsigned(entry, MatroskaIds.TrackType, 0) == AudioType;

    /// <summary>An unsigned value inside an entry; <paramref name="otherwise"/>, the element's default, where it is absent or empty.</summary>
    public static ulong Unsigned(EbmlElement entry, uint id, ulong otherwise) => entry.Child(id) switch
    {
        { Data.Length: > 8 } => throw UnreadableMediaException.Damaged($"element {id:X} of a track is longer than a number can be"),
        { Unsigned: { } value } => value,
        _ => otherwise,
    };

    private static AudioTrack ReadTrack(EbmlElement entry, int position)
    {
        var codecId = entry.Child(MatroskaIds.CodecId)?.Text ?? "";
        return new AudioTrack
        {
            Position = position,
            Number = Unsigned(entry, MatroskaIds.TrackNumber, 0),
            Language = LanguageOf(entry),
            Title = entry.Child(MatroskaIds.Name)?.Text,
            Codec = MatroskaCodecs.ShortName(codecId),
            Channels = entry.Child(MatroskaIds.Audio) is { } audio ? (int)Math.Min(Unsigned(audio, MatroskaIds.Channels, 1), 255) : 1,
            Flags = FlagsOf(entry),
        };
    }

    /// <summary>LanguageBCP47 wins over Language; without either a track is English (RFC 9559, 5.1.4.1.19 and .20).</summary>
    private static LanguageTag LanguageOf(EbmlElement entry) =>
        LanguageTag.Parse(entry.Child(MatroskaIds.LanguageBcp47)?.Text ?? entry.Child(MatroskaIds.Language)?.Text ?? "eng");

    private static AudioTrackFlags FlagsOf(EbmlElement entry)
    {
        var flags = AudioTrackFlags.None;
        Add(MatroskaIds.FlagDefault, 1, AudioTrackFlags.Default);
        Add(MatroskaIds.FlagForced, 0, AudioTrackFlags.Forced);
        Add(MatroskaIds.FlagCommentary, 0, AudioTrackFlags.Commentary);
        Add(MatroskaIds.FlagVisualImpaired, 0, AudioTrackFlags.VisualImpaired);
        Add(MatroskaIds.FlagHearingImpaired, 0, AudioTrackFlags.HearingImpaired);
        Add(MatroskaIds.FlagOriginal, 0, AudioTrackFlags.Original);
        if (Unsigned(entry, MatroskaIds.FlagEnabled, 1) == 0)
        {
            flags |= AudioTrackFlags.Disabled;
        }

        if (entry.Child(MatroskaIds.FlagOriginal) is { Unsigned: 0 })
        {
            flags |= AudioTrackFlags.Dub;
        }

        return flags;

        void Add(uint id, ulong otherwise, AudioTrackFlags flag) => flags |= Unsigned(entry, id, otherwise) == 0 ? AudioTrackFlags.None : flag;
    }
}

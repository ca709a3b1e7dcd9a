using System.Text.RegularExpressions;

namespace ArrFunctions.Audio;

/// <summary>What a track is for, by its flags and by the words of its title; a smaller value is taken first.</summary>
internal enum TrackPurpose
{
    Main = 0,
    Dub = 1,
    HearingImpaired = 2,
    AudioDescription = 3,
    Commentary = 4,
}

/// <summary>Tells the purpose of a track.</summary>
internal static partial class TrackPurposes
{
    public static TrackPurpose Of(AudioTrack track)
    {
        var title = track.Title ?? "";
        if (track.Flags.HasFlag(AudioTrackFlags.Commentary) || CommentaryWords.IsMatch(title))
        {
            return TrackPurpose.Commentary;
        }

        if (track.Flags.HasFlag(AudioTrackFlags.VisualImpaired) || DescriptionWords.IsMatch(title))
        {
            return TrackPurpose.AudioDescription;
        }

        if (track.Flags.HasFlag(AudioTrackFlags.HearingImpaired))
        {
            return TrackPurpose.HearingImpaired;
        }

        return track.Flags.HasFlag(AudioTrackFlags.Dub) || DubWords.IsMatch(title) ? TrackPurpose.Dub : TrackPurpose.Main;
    }

    public static string Name(this TrackPurpose purpose) => purpose switch
    {
        TrackPurpose.Main => "main track",
        TrackPurpose.Dub => "dub",
        TrackPurpose.HearingImpaired => "track for the hearing impaired",
        TrackPurpose.AudioDescription => "audio description",
        _ => "commentary",
    };

    /// <summary>What a purpose costs: less than one step of how well the language matches.</summary>
    public static int Cost(this TrackPurpose purpose) => purpose switch
    {
        TrackPurpose.Main => 0,
        TrackPurpose.Dub or TrackPurpose.AudioDescription => 50,
        _ => 90,
    };

    /// <summary>A commentary or a description stands beside the sound of the film, it does not replace it.</summary>
    public static bool IsBeside(this TrackPurpose purpose) => purpose >= TrackPurpose.AudioDescription;

    /// <summary>Stems, because languages join words; but not what says that there is none.</summary>
    [GeneratedRegex(
        @"(?<!\b(no|not|non|without|ohne|sans|sin|senza)[\s_-]+)(komm?ent(ar|á)|commentai?r|commentaar|comentári|comentari|commento\b|(director|cast|crew|writer|producer|actor)\S*[\s_]+comments?\b"
        + @"|isolated\s+(music\s+)?score|music\s*(&|and)\s*effects|комментари|コメンタリー|评论|評論|코멘터리)(?!\S*-free)",
        Options,
        1000)]
    private static partial Regex CommentaryWords { get; }

    [GeneratedRegex(
        @"audio[\s_-]*des[ck]ri|descriptive[\s_-]+(audio|video|track|narration)|described[\s_-]+(video|audio)|audiodeskrypcja|hörfilm|blindenfassung|syntolkning|kuvailutulkkaus"
        + @"|visually\s+impaired|\bDVS\b|(?<![a-z])(?-i:AD)(?![a-z])",
        Options,
        1000)]
    private static partial Regex DescriptionWords { get; }

    [GeneratedRegex(
        @"(?<!\b(no|not|non|without)[\s_-]+)(\bdub(bed|bing)?\b|doublage|doppiaggio|doblaje|dublado|dublagem|дубляж|吹替|synchronfassung|synchronisation)", Options, 1000)]
    private static partial Regex DubWords { get; }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}

using System.Text;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Purposes of a track from its user data: kind boxes (ISO 14496-12, 8.10.4) and QuickTime's tagged characteristics.</summary>
internal static class TrackKinds
{
    private const string DashRole = "urn:mpeg:dash:role:2011";
    private const string HtmlKind = "about:html-kind";

    public static AudioTrackFlags FlagsOf(BoxTree track)
    {
        if (track.Child("udta") is not { } userData)
        {
            return AudioTrackFlags.None;
        }

        var flags = AudioTrackFlags.None;
        foreach (var kind in userData.ChildrenOf("kind"))
        {
            flags |= OfKind(kind.Content.Span);
        }

        foreach (var characteristic in userData.ChildrenOf("tagc"))
        {
            flags |= OfCharacteristic(Encoding.ASCII.GetString(characteristic.Content.Span).TrimEnd('\0'));
        }

        return flags;
    }

    /// <summary>Version and flags, then the scheme and the value, each ended by a zero.</summary>
    private static AudioTrackFlags OfKind(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4)
        {
            return AudioTrackFlags.None;
        }

        var texts = Encoding.UTF8.GetString(content[4..]).Split('\0');
        return (texts[0], texts.ElementAtOrDefault(1)) switch
        {
            (DashRole, "commentary") or (HtmlKind, "commentary") => AudioTrackFlags.Commentary,
            (DashRole, "description") or (HtmlKind, "main-desc" or "descriptions") => AudioTrackFlags.VisualImpaired,
            (DashRole, "dub") or (HtmlKind, "translation") => AudioTrackFlags.Dub,
            (DashRole, "caption" or "enhanced-audio-intelligibility") => AudioTrackFlags.HearingImpaired,
            _ => AudioTrackFlags.None,
        };
    }

    private static AudioTrackFlags OfCharacteristic(string characteristic) => characteristic switch
    {
        "public.accessibility.describes-video" => AudioTrackFlags.VisualImpaired,
        "public.accessibility.enhances-speech-intelligibility" => AudioTrackFlags.HearingImpaired,
        "public.translation" or "public.translation.dubbed" => AudioTrackFlags.Dub,
        _ => AudioTrackFlags.None,
    };
}

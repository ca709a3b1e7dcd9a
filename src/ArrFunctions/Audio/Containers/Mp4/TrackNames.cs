using System.Buffers.Binary;
using System.Text;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>What a track is called: the name in its user data, else its handler's name where a person gave it.</summary>
internal static class TrackNames
{
    private const int HandlerNameStart = 24;

    /// <summary>Handler names that encoders write by themselves.</summary>
    private static readonly HashSet<string> EncoderNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "SoundHandler", "SoundHandle", "Sound Handler", "Sound Media Handler", "soun", "Apple Sound Media Handler", "Core Media Audio",
        "Core Media Data Handler", "GPAC ISO Audio Handler", "GPAC MPEG-4 Audio Handler", "L-SMASH Audio Handler", "ISO Media file produced by Google Inc.",
        "Mainconcept MP4 Sound Media Handler", "Mainconcept Sound Media Handler", "Audio", "Stereo", "Mono", "Surround", "Bento4 Sound Handler",
        "Sound", "Audio Media Handler", "#Mainconcept MP4 Sound Media Handler",
    };

    public static string? TitleOf(BoxTree track, BoxTree media)
    {
        if (NameOf(track) is { } name)
        {
            return name;
        }

        return HandlerName(media) is { } handler && !EncoderNames.Contains(handler) ? handler : null;
    }

    /// <summary>The name that a person gave, in its user data.</summary>
    public static string? NameOf(BoxTree track) => track.Find("udta", "name") is { } name ? Clean(name.Content.Span) : null;

    /// <summary>QuickTime counts the name's length in its first byte, MP4 ends it with a zero.</summary>
    private static string? HandlerName(BoxTree media)
    {
        if (media.Child("hdlr") is not { Content.Length: > HandlerNameStart } handler)
        {
            return null;
        }

        var name = handler.Content.Span[HandlerNameStart..];
        var isCounted = BinaryPrimitives.ReadUInt32BigEndian(handler.Content.Span[4..]) == Mp4Box.TypeOf("mhlr") || name[0] == name.Length - 1;
        return Clean(isCounted ? name[1..Math.Min(name.Length, 1 + name[0])] : name);
    }

    private static string? Clean(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)0);
        var cleaned = Encoding.UTF8.GetString(end < 0 ? text : text[..end]).Trim();
        return cleaned.Length == 0 ? null : cleaned;
    }
}

using System.Buffers.Binary;
using System.Text;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Language of a track: elng wins over mdhd (ISO 14496-12, 8.4.2 and 8.4.6).</summary>
internal static class MediaLanguage
{
    /// <summary>Values below are Macintosh language codes (QuickTime File Format, "Language Code Values").</summary>
    private const int FirstPackedCode = 0x400;
    private const int Unspecified = 0x7FFF;

    public static LanguageTag Of(BoxTree media)
    {
        if (media.Child("elng") is { Content.Length: > 4 } extended)
        {
            return LanguageTag.Parse(Encoding.ASCII.GetString(extended.Content.Span[4..]).TrimEnd('\0'));
        }

        if (media.Child("mdhd") is not { } header || header.Content.IsEmpty)
        {
            return LanguageTag.Undetermined;
        }

        var start = header.Content.Span[0] == 0 ? 20 : 32;
        return header.Content.Length >= start + 2
            ? Parse(BinaryPrimitives.ReadUInt16BigEndian(header.Content.Span[start..]))
            : LanguageTag.Undetermined;
    }

    /// <summary>Three letters in five bits each, or a Macintosh code.</summary>
    private static LanguageTag Parse(int code) => code switch
    {
        < FirstPackedCode => LanguageTag.Parse(MacintoshLanguages.TagOf(code)),
        Unspecified => LanguageTag.Undetermined,
        _ => LanguageTag.Parse(string.Create(3, code, static (letters, code) =>
        {
            for (var i = 0; i < 3; i++)
            {
                letters[i] = (char)(0x60 + ((code >> (10 - (5 * i))) & 0x1F));
            }
        })),
    };
}

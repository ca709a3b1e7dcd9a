using System.Buffers.Binary;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>What the sample descriptions of a track say about its codec (ISO 14496-12, 8.5.2; QuickTime sound descriptions).</summary>
internal static class SampleEntries
{
    private const int EntriesStart = 8;

    /// <summary>Fields of an AudioSampleEntry before any box inside it; QuickTime's versions 1 and 2 have more.</summary>
    private const int BaseLength = 28;
    private const int Version1Length = BaseLength + 16;
    private const int Version2Length = BaseLength + 36;

    private static readonly HashSet<uint> Encrypted =
        [.. new[] { "enca", "encv", "enct", "encs", "drms", "drmi", "sinf" }.Select(name => Mp4Box.TypeOf(name))];

    /// <summary>Short name of the codec and number of channels, 0 when not told, of the first sample description.</summary>
    public static (string Codec, int Channels) FirstAudio(BoxTree media)
    {
        if (Entries(media).FirstOrDefault() is not { } entry)
        {
            return ("unknown", 0);
        }

        var content = entry.Content.Span;
        var codec = Mp4Codecs.ShortName(entry.Box.Type);
        if (content.Length < BaseLength)
        {
            return (codec, 0);
        }

        var version = BinaryPrimitives.ReadUInt16BigEndian(content[8..]);
        int channels = BinaryPrimitives.ReadUInt16BigEndian(content[16..]);
        if (version == 2 && content.Length >= Version2Length)
        {
            channels = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(content[40..]), 255);
        }

        foreach (var box in InnerBoxes(entry, version))
        {
            Mp4Codecs.Refine(box, ref codec, ref channels);
        }

        return (codec, channels);
    }

    public static bool HasEncrypted(BoxTree track) => track.Child("mdia") is { } media
        && Entries(media).Any(entry => Encrypted.Contains(entry.Box.Type) || InnerBoxes(entry, version: 0).Any(box => Encrypted.Contains(box.Box.Type)));

    private static IEnumerable<BoxTree> Entries(BoxTree media) => media.Find("minf", "stbl", "stsd") is { } descriptions
        ? BoxTree.Scan(descriptions.Content, EntriesStart, descriptions.Box.ContentOffset)
        : [];

    /// <summary>Boxes inside an entry, those inside QuickTime's 'wave' box among them.</summary>
    private static IEnumerable<BoxTree> InnerBoxes(BoxTree entry, int version)
    {
        var wave = Mp4Box.TypeOf("wave");
        var start = version switch { 1 when !StartsBox(entry, BaseLength) => Version1Length, 2 => Version2Length, _ => BaseLength };
        foreach (var box in BoxTree.Scan(entry.Content, start, entry.Box.ContentOffset))
        {
            yield return box;
            if (box.Box.Type != wave)
            {
                continue;
            }

            foreach (var inner in BoxTree.Scan(box.Content, 0, box.Box.ContentOffset))
            {
                yield return inner;
            }
        }
    }

    /// <summary>ISO's version 1 entry is as short as version 0, QuickTime's is longer; a whole box at the short length tells which it is.</summary>
    private static bool StartsBox(BoxTree entry, int start) => start < entry.Content.Length
        && BoxTree.Scan(entry.Content, start, entry.Box.ContentOffset).Sum(box => box.Box.Size) == entry.Content.Length - start;
}

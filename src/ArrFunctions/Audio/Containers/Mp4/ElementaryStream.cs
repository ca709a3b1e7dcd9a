namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>The elementary stream descriptor of an mp4a entry (ISO 14496-1, 7.2.6; ISO 14496-3, 1.6.2.1).</summary>
internal static class ElementaryStream
{
    private const byte StreamTag = 3;
    private const byte DecoderConfigTag = 4;
    private const byte DecoderSpecificTag = 5;

    /// <summary>What writers put into an entry when they do not care (ISO 14496-12, 12.2.3: a template field).</summary>
    private const int TemplateChannels = 2;

    /// <summary>Channels by channelConfiguration of AudioSpecificConfig; 0 where it is told elsewhere.</summary>
    private static readonly int[] ConfiguredChannels = [0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 0, 8, 0];

    /// <param name="esds">Content of the esds box, its version and flags included.</param>
    public static void Refine(ReadOnlySpan<byte> esds, ref string codec, ref int channels)
    {
        if (esds.Length < 4)
        {
            return;
        }

        var stream = Descriptor(esds[4..], StreamTag);
        if (stream.Length < 3)
        {
            return;
        }

        var flags = stream[2];
        var skipped = 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        if ((flags & 0x40) != 0 || skipped > stream.Length)
        {
            return; // The stream is described at a URL.
        }

        var config = Descriptor(stream[skipped..], DecoderConfigTag);
        if (config.Length < 13)
        {
            return;
        }

        codec = CodecOf(config[0]);
        if (codec == "aac")
        {
            channels = Channels(Descriptor(config[13..], DecoderSpecificTag), channels);
        }
        else if (channels == TemplateChannels)
        {
            channels = 0;
        }
    }

    /// <summary>objectTypeIndication, as registered with the MP4 registration authority.</summary>
    private static string CodecOf(byte objectType) => objectType switch
    {
        0x40 or 0x66 or 0x67 or 0x68 => "aac",
        0x69 or 0x6B => "mp3",
        0xA5 => "ac3",
        0xA6 => "eac3",
        0xA9 or 0xAA or 0xAB => "dts",
        0xAD => "opus",
        0xDD => "vorbis",
        _ => "mp4a",
    };

    /// <summary>Content of the descriptor at the start of <paramref name="bytes"/> if it has the wanted tag, else nothing.</summary>
    private static ReadOnlySpan<byte> Descriptor(ReadOnlySpan<byte> bytes, byte tag)
    {
        if (bytes.Length < 2 || bytes[0] != tag)
        {
            return [];
        }

        var (length, at) = (0, 1);
        for (var i = 0; i < 4 && at < bytes.Length; i++)
        {
            var b = bytes[at++];
            length = (length << 7) | (b & 0x7F);
            if ((b & 0x80) == 0)
            {
                break;
            }
        }

        return bytes.Slice(at, Math.Min(length, bytes.Length - at));
    }

    /// <param name="config">AudioSpecificConfig.</param>
    /// <param name="entry">What the sample description says, where the configuration does not tell.</param>
    private static int Channels(ReadOnlySpan<byte> config, int entry)
    {
        if (config.Length < 2)
        {
            return entry;
        }

        var objectType = config[0] >> 3;
        var frequencyIndex = ((config[0] & 7) << 1) | (config[1] >> 7);
        if (objectType == 31 || frequencyIndex == 15)
        {
            return entry; // Escapes are rare, and the entry most likely right.
        }

        var channels = ConfiguredChannels[(config[1] >> 3) & 15];
        const int parametricStereo = 29;
        return objectType == parametricStereo && channels == 1 ? 2 : channels;
    }
}

using System.Buffers.Binary;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Short names and channel counts from the codec's own boxes.</summary>
internal static class Mp4Codecs
{
    /// <summary>Channels without LFE by AC-3's acmod (ETSI TS 102 366, 4.4.2.3).</summary>
    private static readonly int[] AcModeChannels = [2, 1, 2, 3, 3, 4, 4, 5];

    /// <summary>Channels of each speaker group in a ddts ChannelLayout, lowest bit first (ETSI TS 102 114, E.2.2.3).</summary>
    private static readonly int[] DtsSpeakers = [1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2, 2, 1, 2, 1, 2];

    /// <summary>The same of TrueHD's 8-channel assignment (Dolby TrueHD bitstreams within ISO files, 3.2).</summary>
    private static readonly int[] TrueHdSpeakers = [2, 1, 1, 2, 2, 2, 2, 1, 1, 2, 2, 1, 1];

    public static string ShortName(uint type) => NameOf(type) switch
    {
        "mp4a" => "aac",
        "ac-3" or "sac3" => "ac3",
        "ec-3" => "eac3",
        "dtsc" or "dtsh" or "dtsl" or "dtse" or "dtsx" => "dts",
        "mlpa" => "truehd",
        "flac" => "flac",
        "opus" => "opus",
        "alac" => "alac",
        ".mp3" => "mp3",
        ".mp2" => "mp2",
        "msvo" => "vorbis",
        "sowt" or "twos" or "lpcm" or "ipcm" or "fpcm" or "in24" or "in32" or "fl32" or "fl64" or "raw" => "pcm",
        var name => name,
    };

    /// <summary>Corrects what the sample description says by one of the boxes inside it.</summary>
    public static void Refine(BoxTree box, ref string codec, ref int channels)
    {
        var data = box.Content.Span;
        switch (NameOf(box.Box.Type))
        {
            case "esds":
                ElementaryStream.Refine(data, ref codec, ref channels);
                break;
            case "dac3" when data.Length >= 3: // fscod 2, bsid 5, bsmod 3, acmod 3, lfeon 1
                channels = AcModeChannels[(data[1] >> 3) & 7] + ((data[1] >> 2) & 1);
                break;
            case "dec3" when data.Length >= 5: // data_rate 13, num_ind_sub 3, fscod 2, bsid 5, reserved 1, asvc 1, bsmod 3, acmod 3, lfeon 1
                channels = AcModeChannels[(data[3] >> 1) & 7] + (data[3] & 1);
                break;
            case "ddts" when data.Length >= 19: // 13 bytes, then 32 bits of other fields before ChannelLayout
                channels = Count(DtsSpeakers, BinaryPrimitives.ReadUInt16BigEndian(data[17..]));
                break;
            case "dmlp" when data.Length >= 4: // format_info ends with 5 bits for 6 channels, 2 others, 13 bits for 8 channels
                var info = BinaryPrimitives.ReadUInt32BigEndian(data);
                channels = Count(TrueHdSpeakers, (info & 0x1FFF) != 0 ? info & 0x1FFF : (info >> 15) & 0x1F);
                break;
            case "dops" when data.Length >= 2:
                channels = data[1];
                break;
            case "alac" when data.Length >= 14:
                channels = data[13];
                break;
            case "dfla" when data.Length >= 21: // STREAMINFO: 20 bits of sample rate, then 3 bits of channels - 1
                channels = ((data[20] >> 1) & 7) + 1;
                break;
        }
    }

    private static int Count(int[] speakers, uint mask) => speakers.Where((_, bit) => ((mask >> bit) & 1) != 0).Sum();

    private static string NameOf(uint type) => Mp4Box.NameOf(type).Trim('\'').Trim().ToLowerInvariant();
}

using System.Globalization;
using ArrFunctions.Audio;

namespace ArrFunctions.Tests.Audio;

/// <summary>Codec and channels of real files, as ffprobe reads them.</summary>
public sealed class RealCodecTests
{
    public static TheoryData<string, string, string> Codecs => new()
    {
        { "aac", "aac", ".mkv .mp4 .mov" },
        { "ac3", "ac3", ".mkv .mp4 .mov" },
        { "eac3", "eac3", ".mkv .mp4 .mov" },
        { "flac", "flac", ".mkv .mp4" },
        { "libopus", "opus", ".mkv .mp4" },
        { "libvorbis", "vorbis", ".mkv" },
        { "alac", "alac", ".mkv .mp4 .mov" },
        { "libmp3lame", "mp3", ".mkv .mp4 .mov" },
        { "dca", "dts", ".mkv .mp4" },
        { "truehd", "truehd", ".mkv .mp4" },
        { "pcm_s16le", "pcm", ".mkv .mov" },
    };

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Codec_and_channels_are_what_ffprobe_reads(string encoder, string codec, string endings)
    {
        Assert.SkipUnless(Tools.Has("ffmpeg") && Tools.Has("ffprobe"), "This test needs ffmpeg and ffprobe (Debian: ffmpeg).");
        using var bench = new Workbench();
        foreach (var ending in endings.Split(' '))
        {
            foreach (var layout in encoder is "libmp3lame" ? ["mono", "stereo"] : new[] { "mono", "stereo", "5.1" })
            {
                var path = bench.Path($"{encoder}-{layout}{ending}");
                Tools.Run(
                    "ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", $"anullsrc=channel_layout={layout}:sample_rate=48000", "-t", "0.5", "-c:a", encoder, "-strict", "-2", path);
                var track = Assert.Single(AudioInspect.Read(path, MediaRoots.Of(path)).Headers!.AudioTracks);
                Assert.Equal(codec, track.Codec);
                var answer = Tools.Run("ffprobe", "-v", "error", "-select_streams", "a", "-show_entries", "stream=channels", "-of", "csv=p=0", path);
                var told = int.Parse(answer.Split(',', '\n')[0], CultureInfo.InvariantCulture);

                // An MP4 entry for MP3 or DTS tells nothing: 0 is "not told", never a wrong number.
                Assert.True(track.Channels == told || (track.Channels == 0 && ending is not ".mkv" && codec is "mp3" or "dts"), $"{Path.GetFileName(path)}: {track.Channels}, ffprobe {told}");
            }
        }
    }
}

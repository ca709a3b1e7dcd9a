namespace ArrFunctions.Tests.Audio;

/// <summary>Makes media files with ffmpeg and mkvmerge; the wanted Japanese track is the last audio track.</summary>
internal static class RealFile
{
    private static readonly string[] Languages = ["eng", "ger", "fre", "spa", "ita", "kor", "chi", "rus", "por"];

    /// <summary>One video track and <paramref name="audioTracks"/> audio tracks of a second.</summary>
    /// <param name="options">Options for the output, before its name.</param>
    public static void ByFfmpeg(string path, int audioTracks, params string[] options)
    {
        List<string> arguments = ["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=duration=1:size=64x64:rate=10"];
        for (var i = 0; i < audioTracks; i++)
        {
            arguments.AddRange(["-f", "lavfi", "-i", $"sine=frequency={200 + (100 * i)}:duration=1"]);
        }

        for (var i = 0; i <= audioTracks; i++)
        {
            arguments.AddRange(["-map", $"{i}"]);
        }

        for (var i = 0; i < audioTracks; i++)
        {
            arguments.AddRange([$"-metadata:s:a:{i}", $"language={LanguageOf(i, audioTracks)}"]);
        }

        Tools.Run("ffmpeg", [.. arguments, "-c:v", "mpeg4", "-c:a", "aac", "-b:a", "32k", .. options, path]);
    }

    /// <summary>Muxes what ffmpeg made again with mkvmerge.</summary>
    /// <param name="options">Options for the input, before its name; track numbers count the video track as 0.</param>
    public static void ByMkvmerge(string path, int audioTracks, params string[] options)
    {
        var source = path + ".source.mkv";
        ByFfmpeg(source, audioTracks);
        Tools.Run("mkvmerge", ["-q", "-o", path, .. options, source]);
        File.Delete(source);
    }

    /// <summary>Positions of the default audio tracks, counted among the audio tracks.</summary>
    public static IEnumerable<int> DefaultsByFfprobe(string path) => Positions(
        Tools.Run("ffprobe", "-v", "error", "-select_streams", "a", "-show_entries", "stream_disposition=default", "-of", "csv=p=0", path)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), "1");

    /// <summary>The same as mkvmerge reads it; for Matroska only, it does not tell it of other containers.</summary>
    public static IEnumerable<int> DefaultsByMkvmerge(string path)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(Tools.Run("mkvmerge", "-J", path));
        return Positions(
            [.. answer.RootElement.GetProperty("tracks").EnumerateArray()
                .Where(track => track.GetProperty("type").GetString() == "audio")
                .Select(track => track.GetProperty("properties").GetProperty("default_track").GetBoolean() ? "1" : "0")],
            "1");
    }

    /// <summary>Decodes every stream; throws with ffmpeg's words where one cannot be.</summary>
    public static void AssertPlays(string path) => Tools.Run("ffmpeg", "-v", "error", "-xerror", "-i", path, "-map", "0:v?", "-map", "0:a", "-f", "null", "-");

    private static string LanguageOf(int position, int count) => position == count - 1 ? "jpn" : Languages[position % Languages.Length];

    private static List<int> Positions(string[] values, string wanted) =>
        [.. values.Select((value, position) => (value, position)).Where(item => item.value == wanted).Select(item => item.position)];
}

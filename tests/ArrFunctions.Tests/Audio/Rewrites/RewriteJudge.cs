using System.Text.Json.Nodes;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>All that ffprobe and mkvmerge tell of a file and that a rewrite has to keep, and its media; shares no code with the product.</summary>
internal sealed record RewriteJudge(string Ffprobe, string Mkvmerge, string Media, string Attachments)
{
    /// <summary>What tells of the writing, not of what was written.</summary>
    private static readonly HashSet<string> OfTheWriting = new(StringComparer.OrdinalIgnoreCase)
    {
        "filename", "file_name", "size", "bit_rate", "probe_score", "encoder", "creation_time", "duration", "duration_ts", "start_time", "start_pts", "date_utc", "date_local",
        "writing_application", "muxing_application", "BPS", "NUMBER_OF_FRAMES", "NUMBER_OF_BYTES", "_STATISTICS_TAGS", "_STATISTICS_WRITING_APP", "_STATISTICS_WRITING_DATE_UTC",
        "tag_bps", "tag_duration", "tag_number_of_frames", "tag_number_of_bytes", "tag__statistics_tags", "tag__statistics_writing_app", "tag__statistics_writing_date_utc",
        "num_entries", "num_index_entries", "minimum_timestamp", "nb_frames", "codec_tag", "codec_tag_string", "extradata_size", "major_brand", "minor_version", "compatible_brands",
        "avg_frame_rate", "vendor_id",
    };

    public static RewriteJudge Of(string path, bool byFfmpeg = false)
    {
        var isMatroska = Path.GetExtension(path) is ".mkv" or ".webm";
        return new(
            Normal(Tools.Run("ffprobe", "-v", "error", "-print_format", "json", "-show_format", "-show_streams", "-show_chapters", path), byFfmpeg),
            isMatroska ? Normal(Tools.Run("mkvmerge", "-J", path), byFfmpeg) : "",
            Sorted(Tools.Run("ffmpeg", "-v", "error", "-i", path, "-map", "0:v", "-map", "0:a", "-map", "0:s?", "-c", "copy", "-f", isMatroska && !byFfmpeg ? "framehash" : "streamhash", "-")),
            isMatroska ? AttachmentsOf(path) : "");
    }

    /// <summary>Programs interleave the streams in their own ways, and ffmpeg moves all of them where one begins before zero.</summary>
    private static string Sorted(string hashes) => string.Join('\n', hashes.Split('\n').Order(StringComparer.Ordinal));

    private static string AttachmentsOf(string path)
    {
        var target = path + ".attachment";
        try
        {
            Tools.Run("ffmpeg", "-v", "error", "-y", "-dump_attachment:t:0", target, "-i", path, "-map", "0:v", "-c", "copy", "-f", "null", "-");
            return File.Exists(target) ? Convert.ToHexString(File.ReadAllBytes(target)) : "";
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static string Normal(string json, bool byFfmpeg)
    {
        var root = JsonNode.Parse(json)!;
        Strip(root, byFfmpeg, isAudio: false);
        return root.ToJsonString(new() { WriteIndented = true });
    }

    private static void Strip(JsonNode? node, bool byFfmpeg, bool isAudio)
    {
        switch (node)
        {
            case JsonObject fields:
                isAudio |= $"{fields["codec_type"] ?? fields["type"]}" == "audio";
                foreach (var name in fields.Select(field => field.Key).Where(name => IsOfTheWriting(name, byFfmpeg) || (isAudio && name is "default" or "default_track")).ToArray())
                {
                    fields.Remove(name);
                }

                foreach (var (_, value) in fields)
                {
                    Strip(value, byFfmpeg, isAudio);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Strip(item, byFfmpeg, isAudio);
                }

                break;
        }
    }

    /// <summary>ffmpeg gives new numbers to what has one, and writes its own times; a language in two codings is one to it.</summary>
    private static bool IsOfTheWriting(string name, bool byFfmpeg) =>
        OfTheWriting.Contains(name) || (byFfmpeg && name is "uid" or "segment_uid" or "id" or "end" or "end_time" or "timestamp_scale" or "chroma_siting" or "language_ietf" or "default_duration" or "audio_bits_per_sample");
}

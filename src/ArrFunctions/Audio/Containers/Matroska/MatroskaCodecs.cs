namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Short names for the CodecIDs of audio tracks (RFC 9559 and the Matroska codec mappings).</summary>
internal static class MatroskaCodecs
{
    public static string ShortName(string codecId) => codecId.ToUpperInvariant() switch
    {
        "A_AC3" or "A_AC3/BSID9" or "A_AC3/BSID10" => "ac3",
        "A_EAC3" => "eac3",
        "A_DTS" or "A_DTS/EXPRESS" or "A_DTS/LOSSLESS" => "dts",
        "A_TRUEHD" => "truehd",
        "A_MLP" => "mlp",
        "A_FLAC" => "flac",
        "A_OPUS" => "opus",
        "A_VORBIS" => "vorbis",
        "A_ALAC" => "alac",
        "A_MPEG/L3" => "mp3",
        "A_MPEG/L2" => "mp2",
        "A_MPEG/L1" => "mp1",
        var id when id.StartsWith("A_AAC", StringComparison.Ordinal) => "aac",
        var id when id.StartsWith("A_PCM", StringComparison.Ordinal) => "pcm",
        var id => id.ToLowerInvariant(),
    };
}

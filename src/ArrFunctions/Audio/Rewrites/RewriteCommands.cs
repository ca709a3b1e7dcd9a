using System.Globalization;
using ArrFunctions.Audio.Containers;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>The command lines that make one audio track the only default one and keep everything else.</summary>
internal static class RewriteCommands
{
    /// <summary>Edits the file it is given.</summary>
    public static IReadOnlyList<string> Mkvpropedit(string file, IReadOnlyList<AudioTrack> tracks, AudioTrack chosen) =>
        [file, .. tracks.SelectMany(track => (string[])["--edit", $"track:@{Number(track)}", "--set", $"flag-default={Flag(track, chosen)}"])];

    /// <param name="source">The old file.</param>
    /// <param name="target">The new one.</param>
    /// <param name="identity">What mkvmerge itself calls the tracks of the old one.</param>
    /// <param name="format">Of the old file.</param>
    /// <param name="tracks">Its audio tracks.</param>
    /// <param name="chosen">The one to be the default.</param>
    public static IReadOnlyList<string> Mkvmerge(
        string source, string target, MkvmergeIdentity identity, string format, IReadOnlyList<AudioTrack> tracks, AudioTrack chosen) =>
    [
        "--gui-mode",
        "--disable-track-statistics-tags", // They would be new tags, not those of the file.
        .. format == "WebM" ? (string[])["--webm"] : [],
        .. identity.SegmentUid is { } uid ? (string[])["--segment-uid", uid] : [], // Other files may be linked to it.
        "--output", target,
        .. tracks.SelectMany(track => (string[])["--default-track-flag", $"{identity.TrackIds[track.Number]}:{Flag(track, chosen)}"]),
        source,
    ];

    /// <inheritdoc cref="Mkvmerge"/>
    /// <param name="headers">Of the old file.</param>
    public static IReadOnlyList<string> Ffmpeg(string source, string target, MediaHeaders headers, AudioTrack chosen)
    {
        var isMatroska = headers.Format is "Matroska" or "WebM";
        return
        [
            "-nostdin", "-v", "error", "-nostats", "-progress", "pipe:1",
            "-f", isMatroska ? "matroska" : "mov", "-i", source, "-map", "0", "-map_metadata", "0", "-map_chapters", "0", "-c", "copy", "-copy_unknown",
            .. headers.AudioTracks.SelectMany(track => (string[])[$"-disposition:a:{track.Position}", track == chosen ? "+default" : "-default"]),

            // ffmpeg before 6.1 writes the names of MP4 tracks, but does not read them.
            .. headers.Names.SelectMany((name, index) => name is null ? (string[])[] : [$"-metadata:s:{index}", $"title={name}"]),
            .. isMatroska ? (string[])["-default_mode", "passthrough"] : [],
            .. isMatroska || headers.IsBehindMedia ? (string[])[] : ["-movflags", "+faststart"],
            "-f", headers.Format switch { "Matroska" => "matroska", "WebM" => "webm", "QuickTime" => "mov", _ => "mp4" },
            "-y", target,
        ];
    }

    private static string Number(AudioTrack track) => track.Number.ToString(CultureInfo.InvariantCulture);

    private static char Flag(AudioTrack track, AudioTrack chosen) => track == chosen ? '1' : '0';
}

using System.Globalization;

namespace ArrFunctions.Library.Analysis;

/// <summary>The class of a frame by both of its edges: a wide film at 3840x1600 is 2160p, one at 1440x1080 is 1080p.</summary>
/// <remarks>The limits of 2160p, 1080p and 720p are those by which Sonarr and Radarr judge a file's media info. A frame on end counts as one that lies.</remarks>
internal static class ResolutionClass
{
    public const string Uhd = "2160p";

    /// <summary>Smaller than 480p.</summary>
    public const string Other = "other";

    /// <summary>Neither the media info nor the quality tells.</summary>
    public const string Unknown = "unknown";

    /// <param name="qualityResolution">Lines of the quality, for a file that was not looked into; 0: not known.</param>
    public static string Of(LibraryMedia? media, int qualityResolution) => Frame(media?.Resolution) is var (width, height) ? OfFrame(width, height) : qualityResolution switch
    {
        >= 2160 => Uhd,
        >= 1440 => "1440p",
        >= 1080 => "1080p",
        >= 720 => "720p",
        >= 540 => "576p",
        >= 480 => "480p",
        > 0 => Other,
        _ => Unknown,
    };

    private static string OfFrame(int width, int height) => (width, height) switch
    {
        ( > 3200, _) or (_, > 2100) => Uhd,
        ( > 2200, _) or (_, > 1300) => "1440p",
        ( > 1800, _) or (_, > 1000) => "1080p",
        ( > 1200, _) or (_, > 700) => "720p",
        ( > 900, _) or (_, > 500) => "576p",
        ( > 600, _) or (_, > 400) => "480p",
        _ => Other,
    };

    private static (int Width, int Height)? Frame(string? resolution) =>
        resolution?.IndexOf('x', StringComparison.OrdinalIgnoreCase) is > 0 and var cross
        && int.TryParse(resolution.AsSpan(0, cross), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
        && int.TryParse(resolution.AsSpan(cross + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
        && width > 0 && height > 0
            ? (Math.Max(width, height), Math.Min(width, height))
            : null;
}

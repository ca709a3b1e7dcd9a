using System.Globalization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Movie files and episode files as their application tells them.</summary>
internal static class FileReading
{
    /// <summary>Of one file: no more than its row has room for.</summary>
    public const int MostEpisodes = 1000;

    /// <param name="episodes">Those that it holds, in order.</param>
    public static LibraryFile Of(MediaFileResource file, IReadOnlyList<LibraryEpisode> episodes) => new()
    {
        FileId = file.Id,
        Path = file.RelativePath ?? file.Path ?? "",
        Size = file.Size ?? 0,
        Added = Time(file.DateAdded) ?? default,
        Quality = file.Quality?.Quality?.Name ?? "Unknown",
        QualityId = file.Quality?.Quality?.Id ?? 0,
        QualityResolution = file.Quality?.Quality?.Resolution ?? 0,
        Score = file.CustomFormatScore,
        Formats = [.. file.CustomFormats.Select(static format => format.Id).Where(static id => id > 0).Distinct().Order()],
        QualityCutoffNotMet = file.QualityCutoffNotMet,
        Media = file.MediaInfo is { } media ? MediaOf(media) : null,
        ReleaseGroup = Known(file.ReleaseGroup),
        Edition = Known(file.Edition),
        Languages = [.. file.Languages.Select(static language => language.Name ?? "").Where(static name => name.Length > 0)],
        Episodes = episodes,
    };

    public static LibraryEpisode EpisodeOf(EpisodeResource episode) => new(
        episode.Id, episode.SeasonNumber, episode.EpisodeNumber, Known(episode.Title), episode.Monitored, Time(episode.AirDateUtc));

    private static LibraryMedia MediaOf(MediaInfoResource media) => new()
    {
        VideoCodec = Known(media.VideoCodec),
        Resolution = Known(media.Resolution),
        DynamicRange = Known(media.VideoDynamicRangeType),
        AudioCodec = Known(media.AudioCodec),
        AudioChannels = media.AudioChannels,
        AudioLanguages = Known(media.AudioLanguages),
        Runtime = Seconds(media.RunTime),
    };

    /// <summary>"43:12", "2:01:33": minutes and seconds stand at the end.</summary>
    private static int? Seconds(string? runTime)
    {
        var seconds = 0L;
        foreach (var part in (runTime ?? "").Split(':'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (seconds = (seconds * 60) + number) > int.MaxValue)
            {
                return null;
            }
        }

        return seconds > 0 ? (int)seconds : null;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>What the folders around a file tell.</summary>
/// <param name="Named">The nearest one that has the title of a film or series; null when none has.</param>
/// <param name="Season">Of the folder of a season, which mostly has no other name.</param>
/// <param name="IsSeason">Whether there is such a folder.</param>
internal sealed partial record ReleaseNameFolder(ReleaseName? Named, int? Season, bool IsSeason)
{
    /// <param name="folders">From the inside out, each as it was read.</param>
    public static ReleaseNameFolder Of(IEnumerable<(string Name, ReleaseName? Read)> folders)
    {
        var (season, isSeason) = ((int?)null, false);
        foreach (var (name, read) in folders)
        {
            if (Specials.IsMatch(name) || read is { Kind: MediaKind.Series, Title: "" })
            {
                (season, isSeason) = (isSeason ? season : read?.Season ?? 0, true);
            }
            else if (read is not null && !Library.IsMatch(name) && !(read.Kind is not MediaKind.Series && Library.IsMatch(read.Title)))
            {
                return new(read, season ?? read.Season, isSeason || read.Kind is MediaKind.Series);
            }
        }

        return new(null, season, isSeason);
    }

    /// <summary>For a file whose name has the episode and no title.</summary>
    public ReleaseName? Complete(ReleaseName episode) => Named is null ? null
        : episode.AbsoluteEpisodes.Count > 0 && Season is not null ? InSeason(episode.AbsoluteEpisodes)
        : episode with { Title = Named.Title, Year = Named.Year, Season = episode.Season ?? (episode.AirDate is null ? Season : null) };

    /// <summary>For a file whose name begins with a number: <c>Season 01/05 - Pilot.mkv</c>; null where that is none of an episode.</summary>
    public ReleaseName? Episode(string file, ReleaseName? own)
    {
        if (Named is null || own is { Episodes.Count: > 0 } or { AirDate: not null } || ReleaseNameMarks.LeadingNumber.Match(file) is not { Success: true } mark
            || new[] { file, own?.Title }.Any(title => title is not null && ReleaseNameTitle.AreSame(title, Named.Title)))
        {
            return null;
        }

        var numbers = ReleaseNameNumbers.Episodes(mark);
        var isSure = own is null or { Kind: MediaKind.Unknown } || own.Title.All(char.IsAsciiDigit);
        return IsSeason && Season is not null && (isSure || Dashed.IsMatch(mark.Groups["title"].Value)) ? InSeason(numbers)
            : isSure && mark.Groups["episodes"].Length is 2 or 3 && (own is null || Named.Kind is MediaKind.Unknown && Dashed.IsMatch(mark.Groups["title"].Value))
                ? Named with { Kind = MediaKind.Series, AbsoluteEpisodes = numbers }
                : null;
    }

    /// <summary>For a file with title and episode or year: a year that the title ends with is seen where the folder has another one.</summary>
    public ReleaseName Agree(ReleaseName own) =>
        Named?.Year is null ? own
        : ReleaseNameTitle.AreSame(Named.Title, own.Title) ? own with { Year = own.Year ?? Named.Year }
        : own.Year is { } year && ReleaseNameTitle.AreSame(Named.Title, $"{own.Title} {year}") ? own with { Title = Named.Title, Year = Named.Year }
        : own;

    /// <summary>For a file whose name tells of no episode and no year.</summary>
    public ReleaseName? Film(ReleaseName? own) =>
        Named is null ? own
        : IsSeason ? Named with { Kind = MediaKind.Series, Season = Season }
        : own is null || Named.Year is not null ? Named
        : own;

    /// <summary><c>Season 1/102.mkv</c> is the second episode, as <c>Season 1/02.mkv</c> is.</summary>
    private ReleaseName InSeason(IReadOnlyList<int> numbers) => Named! with
    {
        Kind = MediaKind.Series,
        Season = Season,
        Episodes = numbers.All(number => number / 100 == Season && number % 100 > 0) ? [.. numbers.Select(number => number % 100)] : numbers,
    };

    [GeneratedRegex(@"^(specials?|extras?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Specials { get; }

    [GeneratedRegex(@"^[ .]*(-|\. |\[|\()", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dashed { get; }

    [GeneratedRegex(
        @"^(tv|tv[ .-]?(shows?|series)|shows?|series|serien|anime|movies?|films?|filme|media|videos?|downloads?|complete|completed|incomplete|incoming"
        + "|data|mnt|srv|home|volume ?[0-9]+|share|storage"
        + @"|library|torrents?|usenet|nzb|sonarr|radarr|kids"
        + "|documentar(y|ies)|cartoons|4k|uhd|hd|subs?|subtitles|sample|featurettes|trailers|behind the scenes|deleted scenes|interviews"
        + @"|bdmv|stream|video ts|cd ?[0-9]|dis[ck] ?[0-9]|tmp|temp|new|new folder)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Library { get; }
}

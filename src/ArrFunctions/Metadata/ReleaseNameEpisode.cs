using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Reads the name of an episode, or of the folder of a season.</summary>
internal static class ReleaseNameEpisode
{
    /// <returns>Null where nothing marks an episode; the title is empty where the name begins with the mark.</returns>
    public static ReleaseName? Read(string name, bool hasGroup)
    {
        var quality = ReleaseNameWords.Strong.Match(name) is { Success: true } word ? word.Index : name.Length;
        return Numbered(name, quality)
            ?? Daily(name, quality)
            ?? Season(name)
            ?? Absolute(name, quality, hasGroup);
    }

    private static ReleaseName? Numbered(string name, int quality)
    {
        var mark = ReleaseNameMarks.SeasonAndEpisode.Match(name);
        if (!mark.Success)
        {
            mark = ReleaseNameMarks.Cross.Match(name);
            mark = mark.Success && mark.Index < quality ? mark : ReleaseNameMarks.SeasonDashNumber.Match(name);
        }

        return mark.Success
            ? Before(mark, name) with
            {
                Season = ReleaseNameNumbers.Season(mark),
                Episodes = ReleaseNameNumbers.Episodes(mark),
                AbsoluteEpisodes = ReleaseNameMarks.AbsoluteBeside.Match(name, mark.Index + mark.Length) is { Success: true } beside
                    ? ReleaseNameNumbers.Episodes(beside)
                    : [],
            }
            : null;
    }

    private static ReleaseName? Daily(string name, int quality)
    {
        foreach (Match mark in ReleaseNameMarks.Date.Matches(name))
        {
            if (mark.Index < quality && ReleaseNameNumbers.Day(mark) is { IsDay: true, Day: var day })
            {
                return Before(mark, name) with { AirDate = day };
            }
        }

        return null;
    }

    private static ReleaseName? Season(string name) =>
        ReleaseNameMarks.SeasonAlone.Match(name) is { Success: true } mark
        && !(mark.Groups["word"].Success && ReleaseNameMarks.YearNext.IsMatch(name, mark.Index + mark.Length))
            ? Before(mark, name) with { Season = ReleaseNameNumbers.Season(mark) }
            : null;

    private static ReleaseName? Absolute(string name, int quality, bool hasGroup) =>
        AbsoluteMark(name, quality, hasGroup) is { } mark ? Before(mark, name) with { AbsoluteEpisodes = ReleaseNameNumbers.Episodes(mark) } : null;

    private static Match? AbsoluteMark(string name, int quality, bool hasGroup)
    {
        var marks = ReleaseNameMarks.EpisodeAlone.Matches(name)
            .Concat(Dashes(name))
            .Concat(ReleaseNameMarks.BracketNumber.Matches(name))
            .Concat(hasGroup ? ReleaseNameMarks.BareNumber.Matches(name) : []);
        return marks.FirstOrDefault(mark => (hasGroup || mark.Index < quality) && !IsYear(mark) && (hasGroup || !IsOfFilm(mark, name, quality)));
    }

    /// <summary>The last one before the quality, then the first one before the title of the episode: <c>86 - Eighty Six - 05 [1080p]</c>.</summary>
    private static IEnumerable<Match> Dashes(string name) => ReleaseNameMarks.DashNumber.Matches(name)
        .Where(mark => mark.Groups["word"] is not { Success: true } word || IsQuality(name, word.Index))
        .OrderBy(mark => mark.Groups["dash"].Success ? mark.Index : -mark.Index);

    private static bool IsQuality(string name, int at) => ReleaseNameWords.Strong.Match(name, at) is { Success: true } word && word.Index == at;

    private static bool IsYear(Match mark) => mark.Groups["episodes"] is { Length: 4 } number && ReleaseNameTitle.IsYear(ReleaseNameTitle.Number(number));

    /// <summary>A year after the number is that of a film: <c>Star Wars Episode 4 A New Hope 1977</c>.</summary>
    private static bool IsOfFilm(Match mark, string name, int quality) =>
        ReleaseNameMarks.Year.Match(name, mark.Index + mark.Length) is { Success: true } year && year.Index < quality
        && ReleaseNameTitle.IsYear(ReleaseNameTitle.Number(year.Groups["year"]));

    private static ReleaseName Before(Match mark, string name)
    {
        var text = name[..mark.Index];
        foreach (var earlier in (ReadOnlySpan<Regex>)[ReleaseNameWords.Strong, ReleaseNameMarks.Date, ReleaseNameMarks.SeasonAlone])
        {
            if (earlier.Match(text) is { Success: true, Index: > 0 } end)
            {
                text = text[..end.Index];
            }
        }

        var (title, year) = ReleaseNameTitle.WithYear(text);
        return new() { Kind = MediaKind.Series, Title = title, Year = year };
    }
}

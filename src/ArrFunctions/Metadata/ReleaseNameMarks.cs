using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>What marks an episode in a name, each with the numbers that it carries.</summary>
internal static partial class ReleaseNameMarks
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>No letter or number before; other scripts write without spaces.</summary>
    private const string Start = @"(?<![A-Za-z0-9\u00C0-\u024F])";

    private const string End = @"(?![\p{L}\p{N}])";

    private const string SeasonWord = "season|series|staffel|saison|temporada|stagione|sæson|säsong|sezon|сезон|시즌";

    private const string EpisodeWord = "episode|épisode|episodio|episódio|capitulo|capítulo|folge|avsnitt|серия|ep|e";

    private const string Ordinal = "(?<season>[0-9]{1,2})(st|nd|rd|th)[ .]+season";

    /// <summary><c>v2</c>, <c>-12</c>, <c>.5</c>, <c>END</c> after an absolute number.</summary>
    private const string AfterNumber = 
        @"(v[0-9])?(?<more>[-~](e|ep)?[0-9]{1,4}(v[0-9])?(?![\p{L}\p{N}])"
        + @"| [-~] [0-9]{1,4}(v[0-9])?(?= *($|[\[(])))?(?<half>\.[0-9](?![0-9]))?( ?(end|final))?";

    /// <summary><c>S01E02</c>, <c>S01E02-E04</c>, <c>S01.E02</c>, <c>Season 1 Episode 2</c>.</summary>
    [GeneratedRegex(
        "(" + Start + @"|(?<=(?-i:[a-z]))(?=(?-i:S[0-9]+E[0-9])))((s|" + SeasonWord + @")[ .]{0,2}(?<season>[0-9]{1,4})[ .,x-]{0,3}(" + EpisodeWord + @")[ .]{0,2}"
        + @"(?<episodes>[0-9]{1,4})(?![0-9])"
        + @"(?<more>(?>[ .]?[-~+&]?[ .]?(s\k<season>[ .]?)?ep?[0-9]{1,4}(?![0-9])|[-~][0-9]{2,3}" + End + ")*)"
        + @"|第 ?(?<season>[0-9]{1,2}) ?[季期][ .-]*(第 ?)?(?<episodes>[0-9]{1,4}) ?(?<more>-[0-9]{1,4})? ?[話话集回]"
        + @"|(?<season>[0-9]{1,2})[ .]сезон[ .,-]*(?<episodes>[0-9]{1,4})(?<more>-[0-9]{1,4})?[ .]сери[яи])", Options, 1000)]
    public static partial Regex SeasonAndEpisode { get; }

    /// <summary><c>1x02</c>, <c>1x02x03</c>, <c>1x02-04</c>.</summary>
    [GeneratedRegex(
        Start + @"(?<season>[0-9]{1,2})x(?<episodes>[0-9]{2,3})(?<more>(?>[ .]?[-~+&]?[ .]?([0-9]{1,2})?x[0-9]{2,3}|[-~][0-9]{2,3}(?![0-9]))*)" + End,
        Options, 1000)]
    public static partial Regex Cross { get; }

    /// <summary><c>S2 - 05</c>, <c>2nd Season - 05</c>: fansubs count within the season.</summary>
    [GeneratedRegex(
        Start + @"(s(?<season>[0-9]{1,2})|(" + SeasonWord + @")[ .]{0,2}(?<season>[0-9]{1,2})|" + Ordinal + ")"
        + @"([ .]+-[ .]+(?<episodes>[0-9]{1,4})|[ .]*\[(?<episodes>[0-9]{2,3})(?=[\]v~-]))"
        + AfterNumber + @"(?=[ .]*($|[\[(\]])|[ .]+-[ .]|[ .][0-9]{3,4}p)", Options, 1000)]
    public static partial Regex SeasonDashNumber { get; }

    /// <summary><c>2024.03.15</c>, <c>20240315</c>, <c>15.03.2024</c>.</summary>
    [GeneratedRegex(
        @"(?<![\p{N}])((?<year>(19|20)[0-9]{2})(?<dot>[ .-]?)(?<month>0[1-9]|1[0-2])\k<dot>(?<day>0[1-9]|[12][0-9]|3[01])|(?<first>[0-3][0-9])(?<dot>[ .-])(?<second>[0-3][0-9])\k<dot>(?<year>(19|20)[0-9]{2}))"
        + End, Options, 1000)]
    public static partial Regex Date { get; }

    /// <summary><c>S01</c>, <c>Season 1</c>, <c>Complete Series</c>; a range of seasons is no season.</summary>
    [GeneratedRegex(
        Start + @"(s(?<season>[0-9]{2}|[12][09][0-9]{2})|(?<word>" + SeasonWord + @")[ .]{0,2}(?<season>[0-9]{1,2}|(?<=^\p{L}+[ .]*)[12][09][0-9]{2}(?=$))|"
        + Ordinal + @"|第(?<season>[0-9]{1,2})[季期]|(the[ .])?complete[ .]series)"
        + @"(?<range>[ .]?-[ .]?(s|season[ .])?[0-9]{1,2}" + End + ")?" + End, Options, 1000)]
    public static partial Regex SeasonAlone { get; }

    /// <summary><c>E05</c>, <c>Episode 5</c>, <c>#05</c>, <c>第05話</c>.</summary>
    [GeneratedRegex(
        Start + "((e(?=[0-9]{2})|#|(ep|episode|épisode|folge|avsnitt|capitulo|серия)[ .]{0,2})(?<episodes>[0-9]{1,4})" + AfterNumber + End
        + "|第 ?(?<episodes>[0-9]{1,4})(?<more>[-~][0-9]{1,4})? ?[話话集回]|(?<episodes>[0-9]{1,4})[화회])", Options, 1000)]
    public static partial Regex EpisodeAlone { get; }

    /// <summary><c>Title - 05</c>.</summary>
    [GeneratedRegex(
        @"(?<![ .])[ .]+-[ .]+(?<episodes>[0-9]{1,4})" + AfterNumber
        + @"(?=[ .]*($|[\[(])|[ .]+(?<dash>-)[ .]|[ .](?<word>\p{L}|[0-9]{3,4}[pi]))", Options, 1000)]
    public static partial Regex DashNumber { get; }

    /// <summary><c>Title [05]</c>.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}\]!?.)][ .]*)\[(?<episodes>[0-9]{2,3})" + AfterNumber + @"\]", Options, 1000)]
    public static partial Regex BracketNumber { get; }

    /// <summary><c>Title 05 [1080p]</c>, which only releases with a group before the title write.</summary>
    [GeneratedRegex(@"(?<![ .])[ .]+(?<episodes>[0-9]{2,4})" + AfterNumber + @"(?=[ .]*($|[\[(]))", Options, 1000)]
    public static partial Regex BareNumber { get; }

    /// <summary>A name that begins with its number: <c>05</c>, <c>05 - Title</c>, <c>E05</c>.</summary>
    [GeneratedRegex(@"^\[?(?<episodes>[0-9]{1,4})(v[0-9])?(?<more>[-~][0-9]{1,4}(?![\p{L}\p{N}]))?\]?(?<title>[ .]*[-.\[( ].*)?$", Options, 1000)]
    public static partial Regex LeadingNumber { get; }

    /// <summary>One more number of the ones after the first: with a hyphen it is the end of a range.</summary>
    [GeneratedRegex(@"(?<dash>[-~])?[ .+&]*(s?[0-9]+[ .]?(?=[exEX]))?(ep?|x)?(?<number>[0-9]+)(v[0-9])?", Options, 1000)]
    public static partial Regex OneMore { get; }

    /// <summary><c>S01E01 - 001 - Title</c>: the absolute number beside the other.</summary>
    [GeneratedRegex(@"\G - (?!(19|20)[0-9]{2} )(?<episodes>[0-9]{3,4})(?<more>-[0-9]{3,4})? - ", Options, 1000)]
    public static partial Regex AbsoluteBeside { get; }

    /// <summary>A year that stands right after a mark makes it a part of a film's title.</summary>
    [GeneratedRegex(@"\G[ .-]*[(\[]?(18|19|20)[0-9]{2}" + End, Options, 1000)]
    public static partial Regex YearNext { get; }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<!(^|[ .])(of|the|year|class)[ .])(?<open>[(\[])?(?<year>(18|19|20)[0-9]{2})" + End + @"(?!\.[0-9]{2}\.[0-9]{2}|-(18|19|20)[0-9]{2}(?![0-9]))", Options, 1000)]
    public static partial Regex Year { get; }
}

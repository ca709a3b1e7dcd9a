using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>The words of a release name that tell of the file and not of the film.</summary>
internal static partial class ReleaseNameWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Languages =
        "german|deutsch|french|italian|spanish|castellano|latino|english|japanese|korean|chinese|mandarin|cantonese|russian|polish|dutch|flemish|swedish|"
        + "norwegian|danish|finnish|nordic|czech|hungarian|turkish|portuguese|hindi|tamil|telugu|thai|arabic|hebrew|greek|ukrainian|vietnamese|"
        + "ger|ita|eng|fre|spa|jpn|rus|kor|esp|multi[0-9]?|dual([ .-]audio)?|dl|ml|vf|vo|dubbed|subbed|dub|subs?";

    private const string Editions =
        "((director'?s|extended|final|special|ultimate|unrated|theatrical|collector'?s|anniversary|uncut|definitive|alternative|international|redux|remastered|restored|"
        + "criterion|limited)[ .](cut|edition|version|collection)|extended|uncut|unrated|uncensored|theatrical|remastered|restored|imax|despecialized)";

    private const string Others =
        "proper|repack[0-9]?|rerip|real|internal|readnfo|limited|hybrid|3d|h-?sbs|h-?ou|(?-i:WEB|web)|dvd|bd|cam|ts|tc|scr|screener|r5|hd|hq|dv|sdr|complete|retail|"
        + "amzn|nf|dsnp|hmax|max|atvp|hulu|pcok|itunes|netflix|opus";

    /// <summary>Those that stand in no title: the first one ends it.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(" +
        @"(360|480|540|576|720|1080|1440|2160|4320)[pi]([0-9]{2})?|[0-9]{3,4}x[0-9]{3,4}|4k|8k|uhd|fhd|[xh][ .]?26[456]|hevc|avc|av1|vp9|xvid|divx|mpeg-?[24]|vc-?1|" +
        @"blu-?ray(rip)?|bd-?(rip|mux|remux|25|50)|br-?rip|dvd-?(rip|scr|mux|[59r])|web-?(dl|rip|cap|mux)|uhdtv|hdtv(rip)?|pdtv|dsr(ip)?|sat-?rip|tv-?rip|hd-?(rip|cam|ts|tc)|" +
        @"telesync|telecine|vhs-?rip|remux|ppv-?rip|dts(-?(hd|x|es))?|e?ac-?3|dd[p+]?[ .]?[1257]\.[01]|ddp|aac([1257]\.[01])?|flac|true-?hd|atmos|mp3|" +
        @"(8|10|12)-?bit|hi10p?|hdr(10(\+|p|plus)?)?|dovi|vostfr|subfrench|truefrench|vff|vfq|vfi|tt[0-9]{7,8}" +
        @")(?![\p{L}\p{N}])", Options, 1000)]
    public static partial Regex Strong { get; }

    /// <summary>Those that stand in titles too: they count only in a row before the end of the title.</summary>
    [GeneratedRegex(@"((?<!^ *(the|an?))[ .([-]+(" + Languages + "|" + Editions + "|" + Others + @")(?=[ .)\]-]|$)[)\]]*)+[ .([-]*$", Options, 1000)]
    public static partial Regex Weak { get; }

    /// <summary>An edition before the year: <c>Film.Directors.Cut.2019</c>.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}'!?.)])(?<!^ *(the|an?))[ .([-]+(the[ .])?([0-9]{2}th[ .])?" + Editions + @"[)\] .-]*$", Options, 1000)]
    public static partial Regex EditionAtEnd { get; }
}

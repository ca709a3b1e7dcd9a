using System.Text;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>Random choices of what stands around a title.</summary>
internal sealed class Spelling(Random random)
{
    private static readonly string[] Qualities =
    [
        "1080p WEB-DL DDP5.1 H.264", "720p HDTV x264", "2160p UHD BluRay x265 10bit HDR", "1080p BluRay x264 DTS", "480p DVDRip XviD", "1080p AMZN WEBRip DD+5.1 x264", "1080p NF WEB-DL AAC2.0 H.265",
        "2160p REMUX TrueHD 7.1 Atmos", "PROPER 1080p WEB H264", "REPACK 720p HDTV x264", "German DL 1080p BluRay x264", "MULTi 1080p WEB x265", "1920x1080 x264 AAC", "1280x720 h264", "DVDRip x264",
        "iNTERNAL 1080p WEB h264", "FRENCH 720p HDTV", "HDTV XviD", "BluRay 1080p DTS-HD MA 5.1 AVC", "2160p DSNP WEB-DL DV HDR10+ HEVC", "BDRip 1080p FLAC", "3840x2160 HEVC 10bit",
    ];

    private static readonly string[] Groups = ["GROUP", "NTb", "RARBG", "FLUX", "x0r", "D-Z0N3", "EVO", "CMRG", "FGT", "4FuN"];

    private static readonly string[] EpisodeTitles =
    [
        "Pilot", "The Trial", "Part 2", "1984", "The Year 2000", "Chapter 5", "Episode 7", "The German", "Proper", "24 Hours (1)", "S.O.S", "2x4", "Room 1080", "Extended Stay", "720 Degrees", "May 5, 2010",
        "Season Finale", "10-20-30", "It's 5.1 Miles", "The 1x1 Rule", "E = mc2", "Ночь", "最終回", "The WEB", "2012 - 2013", "Fifty (2019)", "100", "...And Then",
    ];

    public int Number(int from, int to) => random.Next(from, to + 1);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public string Quality() => Pick(Qualities);

    public string Group() => Chance(80) ? "-" + Pick(Groups) : "";

    public string EpisodeTitle() => Pick(EpisodeTitles);

    public string Extension() => Pick([".mkv", ".mkv", ".mp4", ".avi", ".m4v", ".MKV", ".ts"]);

    /// <summary>Without what file systems refuse, the words joined by one separator.</summary>
    public string Join(params string[] words) => Join(Pick(['.', '.', ' ', '_']), words);

    public static string Join(char separator, params string[] words)
    {
        var text = Legal(string.Join(' ', words.Where(word => word.Length > 0)));
        if (separator is '.')
        {
            text = new StringBuilder(text).Replace("'", "").Replace(",", "").Replace("!", "").ToString();
        }

        text = text.Replace(' ', separator);
        while (text.Contains("..", StringComparison.Ordinal))
        {
            text = text.Replace("..", ".", StringComparison.Ordinal);
        }

        return text;
    }

    public static string Legal(string text) => string.Concat(text.Where(letter => letter is not (':' or '?' or '/' or '"' or '*' or '<' or '>' or '|')));
}

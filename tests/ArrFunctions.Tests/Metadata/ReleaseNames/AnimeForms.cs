using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>The ways in which fansubs name episodes.</summary>
internal static class AnimeForms
{
    private static readonly string[] Groups = ["SubGroup", "Some-Subs", "Fan Raws", "ABC&DEF", "Sub.Team", "字幕组"];

    private static readonly string[] Tails = [" [1080p]", " [1080p][ABCD1234]", " (1080p) [0F1E2D3C]", " [BD 1080p HEVC 10bit FLAC]", " [720p]", "", " (BD 1920x1080 x264 FLAC)", " [1080p][Multiple Subtitle]"];

    public static IReadOnlyDictionary<string, Func<string, Spelling, (string Path, ReleaseName Meaning)>> All { get; } =
        new SortedDictionary<string, Func<string, Spelling, (string Path, ReleaseName Meaning)>>(StringComparer.Ordinal)
        {
            ["anime"] = Plain,
            ["anime, range"] = Range,
            ["anime, season"] = Season,
            ["anime, no dash"] = NoDash,
            ["anime, no group"] = NoGroup,
            ["anime, brackets"] = Brackets,
            ["anime, episode title"] = EpisodeTitle,
            ["anime, folder"] = Folder,
            ["episode without season"] = WithoutSeason,
        };

    private static (string Path, ReleaseName Meaning) Plain(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 1300);
        var name = $"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} - {number:00}{spelling.Pick(["", "", "v2"])}{spelling.Pick(Tails)}.mkv";
        return (spelling.Chance(30) ? name.Replace(' ', '_') : name, Of(title, number));
    }

    private static (string Path, ReleaseName Meaning) Range(string title, Spelling spelling)
    {
        var first = spelling.Number(1, 80);
        var last = first + spelling.Number(1, 12);
        return ($"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} - {first:00}{spelling.Pick(["-", " - ", " ~ "])}{last:00}{spelling.Pick(Tails)}.mkv", Of(title, [.. Enumerable.Range(first, last - first + 1)]));
    }

    private static (string Path, ReleaseName Meaning) Season(string title, Spelling spelling)
    {
        var (season, number) = (spelling.Number(2, 9), spelling.Number(1, 26));
        var mark = spelling.Pick([$"S{season}", $"S{season:00}", $"Season {season}", "2nd Season"]);
        season = mark == "2nd Season" ? 2 : season;
        return ($"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} {mark} - {number:00}{spelling.Pick(Tails)}.mkv", new() { Kind = MediaKind.Series, Title = title, Season = season, Episodes = [number] });
    }

    private static (string Path, ReleaseName Meaning) NoDash(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 1300);
        return ($"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} {number:00}{spelling.Pick(Tails)}.mkv", Of(title, number));
    }

    private static (string Path, ReleaseName Meaning) NoGroup(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 1300);
        return ($"{Spelling.Legal(title)} - {number:00}{spelling.Pick(Tails)}.mkv", Of(title, number));
    }

    private static (string Path, ReleaseName Meaning) Brackets(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 300);
        var name = spelling.Pick(
        [
            $"[{spelling.Pick(Groups)}][{Spelling.Legal(title)}][{number:00}][1080P][GB]", $"【{spelling.Pick(Groups)}】【{Spelling.Legal(title)}】【{number:00}】【720P】",
            $"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} [{number:00}][WebRip][1080p]", $"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} 第{number:00}話 [1080p]",
        ]);
        return (name + ".mp4", Of(title, number));
    }

    private static (string Path, ReleaseName Meaning) EpisodeTitle(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 1300);
        return ($"[{spelling.Pick(Groups)}] {Spelling.Legal(title)} - {number:00} - {spelling.Pick(["The Trial", "Part 2", "Chapter 5", "A 24 Hour Day", "最終回", "Proper"])}{spelling.Pick(Tails)}.mkv", Of(title, number));
    }

    private static (string Path, ReleaseName Meaning) Folder(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 150);
        return ($"/data/anime/{Spelling.Legal(title)}/{number:00}{spelling.Pick(["", " - The Trial", " [1080p]"])}.mkv", Of(title, number));
    }

    private static (string Path, ReleaseName Meaning) WithoutSeason(string title, Spelling spelling)
    {
        var number = spelling.Number(1, 150);
        return (spelling.Join(title, spelling.Pick([$"E{number:00}", $"EP{number:00}", $"Ep {number}", $"Episode {number}"]), spelling.Quality()) + spelling.Group() + ".mkv", Of(title, number));
    }

    private static ReleaseName Of(string title, params int[] numbers) => new() { Kind = MediaKind.Series, Title = title, AbsoluteEpisodes = numbers };
}

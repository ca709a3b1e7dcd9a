using System.Globalization;
using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>The ways to name an episode.</summary>
internal static class SeriesForms
{
    public static IReadOnlyDictionary<string, Func<string, Spelling, (string Path, ReleaseName Meaning)>> All { get; } =
        new SortedDictionary<string, Func<string, Spelling, (string Path, ReleaseName Meaning)>>(StringComparer.Ordinal)
        {
            ["episode"] = Episode,
            ["episode with year"] = EpisodeWithYear,
            ["episode with title"] = EpisodeWithTitle,
            ["episodes in a row"] = EpisodesInARow,
            ["range of episodes"] = RangeOfEpisodes,
            ["cross"] = Cross,
            ["words"] = Words,
            ["season of a year"] = SeasonOfAYear,
            ["special"] = (title, spelling) => Numbered(title, spelling, season: 0, spelling.Number(1, 99)),
            ["season"] = Season,
            ["daily"] = Daily,
            ["daily, day first"] = DayFirst,
            ["Sonarr daily"] = SonarrDaily,
            ["Sonarr default"] = SonarrDefault,
            ["Sonarr recommended"] = SonarrRecommended,
            ["Sonarr anime"] = SonarrAnime,
            ["site before episode"] = SiteBefore,
            ["folder, number"] = FolderNumber,
            ["folder, episode"] = FolderEpisode,
            ["folder, hash"] = FolderHash,
            ["folder, group first"] = FolderGroupFirst,
        };

    private static (string Path, ReleaseName Meaning) Episode(string title, Spelling spelling) => Numbered(title, spelling, spelling.Number(1, 30), spelling.Number(1, 150));

    private static (string Path, ReleaseName Meaning) Numbered(string title, Spelling spelling, int season, int episode)
    {
        var mark = spelling.Pick([$"S{season:00}E{episode:00}", $"s{season:00}e{episode:00}", $"s{season}e{episode}", $"S{season:00}E{episode:000}", $"S{season:00} E{episode:00}", $"S{season:00}.E{episode:00}"]);
        return (spelling.Join(title, mark, spelling.Quality()) + spelling.Group() + spelling.Extension(), Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) EpisodeWithYear(string title, Spelling spelling)
    {
        var (year, season, episode) = (spelling.Number(1950, 2026), spelling.Number(1, 30), spelling.Number(1, 30));
        var name = spelling.Join(title, spelling.Pick([$"{year}", $"({year})", $"[{year}]"]), $"S{season:00}E{episode:00}", spelling.Quality());
        return (name + spelling.Group() + spelling.Extension(), Of(title, season, [episode], year));
    }

    private static (string Path, ReleaseName Meaning) EpisodeWithTitle(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(1, 30), spelling.Number(1, 30));
        return (spelling.Join(title, $"S{season:00}E{episode:00}", spelling.EpisodeTitle(), spelling.Quality()) + spelling.Group() + spelling.Extension(), Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) EpisodesInARow(string title, Spelling spelling)
    {
        var (season, first) = (spelling.Number(1, 30), spelling.Number(1, 90));
        var mark = spelling.Pick(
            [$"S{season:00}E{first:00}E{first + 1:00}", $"S{season:00}E{first:00}.E{first + 1:00}", $"s{season:00}e{first:00}+e{first + 1:00}", $"S{season:00}E{first:00}S{season:00}E{first + 1:00}", $"{season}x{first:00}x{first + 1:00}"]);
        return (spelling.Join(title, mark, spelling.Quality()) + spelling.Group() + spelling.Extension(), Of(title, season, [first, first + 1]));
    }

    private static (string Path, ReleaseName Meaning) RangeOfEpisodes(string title, Spelling spelling)
    {
        var (season, first) = (spelling.Number(1, 30), spelling.Number(1, 90));
        var last = first + spelling.Number(1, 5);
        var mark = spelling.Pick([$"S{season:00}E{first:00}-E{last:00}", $"S{season:00}E{first:00}-{last:00}", $"{season}x{first:00}-{last:00}", $"{season}x{first:00}-{season}x{last:00}", $"S{season:00}E{first:00} - E{last:00}"]);
        return (spelling.Join(title, mark, spelling.Quality()) + spelling.Group() + spelling.Extension(), Of(title, season, [.. Enumerable.Range(first, last - first + 1)]));
    }

    private static (string Path, ReleaseName Meaning) Cross(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(1, 30), spelling.Number(1, 150));
        return (spelling.Join(title, spelling.Pick(["", "-"]), $"{season}x{episode:00}", spelling.EpisodeTitle(), spelling.Quality()) + spelling.Extension(), Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) Words(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(1, 30), spelling.Number(1, 150));
        var mark = spelling.Pick([$"Season {season} Episode {episode}", $"season {season:00} episode {episode:00}", $"Season {season} Ep {episode}", $"Staffel {season} Folge {episode}", $"Saison {season} Episode {episode:00}"]);
        return (spelling.Join(title, mark, spelling.Chance(50) ? spelling.Quality() : "") + spelling.Extension(), Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) SeasonOfAYear(string title, Spelling spelling) => Numbered(title, spelling, spelling.Number(1990, 2026), spelling.Number(1, 300));

    private static (string Path, ReleaseName Meaning) Season(string title, Spelling spelling)
    {
        var season = spelling.Number(1, 30);
        return (spelling.Join(title, spelling.Pick([$"S{season:00}", $"Season {season}"]), spelling.Quality()) + spelling.Group(), Of(title, season, []));
    }

    private static (string Path, ReleaseName Meaning) Daily(string title, Spelling spelling)
    {
        var day = Day(spelling);
        var mark = day.ToString(spelling.Pick(["yyyy.MM.dd", "yyyy-MM-dd", "yyyy MM dd", "yyyyMMdd"]), CultureInfo.InvariantCulture);
        return (spelling.Join(title, mark, spelling.Chance(50) ? "Guest Name" : "", spelling.Quality()) + spelling.Group() + spelling.Extension(), Of(title, day));
    }

    private static (string Path, ReleaseName Meaning) DayFirst(string title, Spelling spelling)
    {
        var day = new DateOnly(spelling.Number(1990, 2026), spelling.Number(1, 12), spelling.Number(13, 28));
        var mark = day.ToString(spelling.Pick(["dd.MM.yyyy", "dd-MM-yyyy", "MM.dd.yyyy"]), CultureInfo.InvariantCulture);
        return (spelling.Join(title, mark, spelling.Quality()) + spelling.Group() + spelling.Extension(), Of(title, day));
    }

    private static (string Path, ReleaseName Meaning) SonarrDaily(string title, Spelling spelling)
    {
        var (day, year) = (Day(spelling), spelling.Number(1950, 2026));
        var name = $"{Spelling.Legal(title)} ({year}) - {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} - {Spelling.Legal(spelling.EpisodeTitle())} [WEBDL-1080p][AAC 2.0][x264]{spelling.Group()}";
        return (name + spelling.Extension(), Of(title, day) with { Year = year });
    }

    private static (string Path, ReleaseName Meaning) SonarrDefault(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(0, 30), spelling.Number(1, 30));
        var quality = spelling.Pick(["WEBDL-1080p", "HDTV-720p Proper", "Bluray-2160p Remux", "SDTV", "DVD"]);
        return ($"{Spelling.Legal(title)} - S{season:00}E{episode:00} - {Spelling.Legal(spelling.EpisodeTitle())} {quality}.mkv", Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) SonarrRecommended(string title, Spelling spelling)
    {
        var (year, season, episode) = (spelling.Number(1950, 2026), spelling.Number(0, 30), spelling.Number(1, 30));
        var (mark, last) = spelling.Chance(30) ? ($"S{season:00}E{episode:00}-E{episode + 1:00}", episode + 1) : ($"S{season:00}E{episode:00}", episode);
        var name = $"{Spelling.Legal(title)} ({year}) - {mark} - {Spelling.Legal(spelling.EpisodeTitle())} [AMZN WEBDL-1080p Proper][DV HDR10][EAC3 5.1][h265]{spelling.Group()}";
        return (name + ".mkv", Of(title, season, [.. Enumerable.Range(episode, last - episode + 1)], year));
    }

    private static (string Path, ReleaseName Meaning) SonarrAnime(string title, Spelling spelling)
    {
        var (year, season, episode, absolute) = (spelling.Number(1970, 2026), spelling.Number(1, 30), spelling.Number(1, 30), spelling.Number(1, 1200));
        var name = $"{Spelling.Legal(title)} ({year}) - S{season:00}E{episode:00} - {absolute:000} - {Spelling.Legal(spelling.EpisodeTitle())} [Bluray-1080p v2][10bit][x265][FLAC 2.0][JA]{spelling.Group()}";
        return (name + ".mkv", Of(title, season, [episode], year) with { AbsoluteEpisodes = [absolute] });
    }

    private static (string Path, ReleaseName Meaning) SiteBefore(string title, Spelling spelling)
    {
        var (path, meaning) = Episode(title, spelling);
        return (spelling.Pick(["www.SomeSite.org - ", "[ www.SomeSite.com ] - ", "[SomeSite.to] ", "www.some-site.net.-."]) + path, meaning);
    }

    private static (string Path, ReleaseName Meaning) FolderNumber(string title, Spelling spelling)
    {
        var (year, season, episode) = (spelling.Number(1950, 2026), spelling.Number(1, 30), spelling.Number(1, 30));
        var file = spelling.Pick([$"{episode:00}", $"{episode:00} - {Spelling.Legal(spelling.EpisodeTitle())}", $"E{episode:00}", $"Episode {episode}"]);
        return ($"/data/tv/{Spelling.Legal(title)} ({year})/{spelling.Pick([$"Season {season:00}", $"Season {season}", $"S{season:00}"])}/{file}.mkv", Of(title, season, [episode], year));
    }

    private static (string Path, ReleaseName Meaning) FolderEpisode(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(1, 30), spelling.Number(1, 30));
        var file = spelling.Pick([$"S{season:00}E{episode:00}", $"{season}x{episode:00} - {Spelling.Legal(spelling.EpisodeTitle())}", $"s{season:00}e{episode:00}.{spelling.Quality()}"]);
        return ($"/data/tv/{Spelling.Legal(title)}/{spelling.Pick([$"Season {season:00}/", ""])}{file}.mkv", Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) FolderHash(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(1, 30), spelling.Number(1, 30));
        var folder = Spelling.Join('.', title, $"S{season:00}E{episode:00}", spelling.Quality()) + "-GROUP";
        return ($"/downloads/{folder}/{spelling.Number(100_000_000, 999_999_999):x}{spelling.Number(100_000_000, 999_999_999):x}.mkv", Of(title, season, [episode]));
    }

    private static (string Path, ReleaseName Meaning) FolderGroupFirst(string title, Spelling spelling)
    {
        var (season, episode) = (spelling.Number(1, 30), spelling.Number(1, 30));
        var file = Spelling.Join('.', title, $"S{season:00}E{episode:00}").ToLowerInvariant();
        return ($"/downloads/{Spelling.Join('.', title, $"S{season:00}", spelling.Quality())}-NTb/ntb-{file}.mkv", Of(title, season, [episode]));
    }

    private static DateOnly Day(Spelling spelling) => new(spelling.Number(1990, 2026), spelling.Number(1, 12), spelling.Number(1, 28));

    private static ReleaseName Of(string title, int season, int[] episodes, int? year = null) =>
        new() { Kind = MediaKind.Series, Title = title, Year = year, Season = season, Episodes = episodes };

    private static ReleaseName Of(string title, DateOnly day) => new() { Kind = MediaKind.Series, Title = title, AirDate = day };
}

using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>The ways to name a film.</summary>
internal static class FilmForms
{
    private static readonly string[] Editions =
        ["Directors Cut", "Director's Cut", "Extended Edition", "EXTENDED", "UNRATED", "Remastered", "Theatrical Cut", "Ultimate Edition", "IMAX", "The Final Cut", "25th Anniversary Edition", "Uncut"];

    public static IReadOnlyDictionary<string, Func<string, Spelling, (string Path, ReleaseName Meaning)>> All { get; } =
        new SortedDictionary<string, Func<string, Spelling, (string Path, ReleaseName Meaning)>>(StringComparer.Ordinal)
        {
            ["film"] = (title, spelling) => Dated(spelling, title, year => spelling.Join(title, $"{year}", spelling.Quality()) + spelling.Group()),
            ["film, year in brackets"] = (title, spelling) => Dated(spelling, title, year => spelling.Join(title, spelling.Pick([$"({year})", $"[{year}]"]), spelling.Chance(70) ? spelling.Quality() : "")),
            ["film, year last"] = (title, spelling) => Dated(spelling, title, year => spelling.Join(title, $"{year}") + spelling.Group()),
            ["film, no year"] = NoYear,
            ["film, edition after"] = (title, spelling) => Dated(spelling, title, year => spelling.Join(title, $"{year}", spelling.Pick(Editions), spelling.Quality()) + spelling.Group()),
            ["film, edition before"] = (title, spelling) => Dated(spelling, title, year => spelling.Join(title, spelling.Pick(Editions), $"{year}", spelling.Quality()) + spelling.Group()),
            ["film, language"] = (title, spelling) => Dated(spelling, title, year => spelling.Join(title, $"{year}", spelling.Pick(["German DL", "FRENCH", "MULTi", "iTALiAN", "Hindi Dual Audio", "NORDiC"]), spelling.Quality())),
            ["film, YTS"] = (title, spelling) => Dated(spelling, title, year => $"{Spelling.Legal(title)} ({year}) [1080p] [BluRay] [5.1] [YTS.MX]"),
            ["film, site before"] = (title, spelling) => Dated(spelling, title, year => spelling.Pick(["www.SomeSite.org - ", "[ www.SomeSite.com ] - ", "[SomeSite.to] "]) + spelling.Join(title, $"{year}", spelling.Quality())),
            ["Radarr default"] = (title, spelling) => Dated(spelling, title, year => $"{Spelling.Legal(title)} ({year}) {spelling.Pick(["Bluray-1080p", "WEBDL-2160p Proper", "DVD", "Remux-2160p"])}"),
            ["Radarr recommended"] = (title, spelling) => Dated(spelling, title, year => Recommended(title, year, spelling)),
            ["film, folder, hash"] = (title, spelling) => Dated(spelling, title, year => $"/downloads/{spelling.Join(title, $"{year}", spelling.Quality())}-GROUP/{spelling.Number(100_000_000, 999_999_999):x}{spelling.Number(100_000_000, 999_999_999):x}"),
            ["film, folder, title"] = (title, spelling) => Dated(spelling, title, year => $"/data/movies/{Spelling.Legal(title)} ({year})/{spelling.Pick([Spelling.Legal(title), Spelling.Legal(title) + " 1080p", "movie", "xyz"])}"),
        };

    private static (string Path, ReleaseName Meaning) Dated(Spelling spelling, string title, Func<int, string> name)
    {
        var year = spelling.Number(1920, 2026);
        return (name(year) + spelling.Extension(), new() { Kind = MediaKind.Movie, Title = title, Year = year });
    }

    private static (string Path, ReleaseName Meaning) NoYear(string title, Spelling spelling) =>
        (spelling.Join(title, spelling.Quality()) + spelling.Group() + spelling.Extension(), new() { Kind = MediaKind.Movie, Title = title });

    private static string Recommended(string title, int year, Spelling spelling)
    {
        var id = spelling.Pick(["{imdb-tt0066921}", "{tmdb-1234}", "[imdbid-tt0066921]", "[tmdbid-1234]", ""]);
        var edition = spelling.Pick(["", $"{{edition-{spelling.Pick(Editions)}}} ", $"{spelling.Pick(Editions)} "]);
        return $"{Spelling.Legal(title)} ({year}) {id} - {edition}[Bluray-1080p Proper][3D][DV HDR10][DTS-HD MA 5.1][x264]{spelling.Group()}";
    }
}

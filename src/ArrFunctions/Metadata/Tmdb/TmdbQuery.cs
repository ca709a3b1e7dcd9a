using System.Globalization;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>One question to TMDB.</summary>
/// <param name="Key">Its name in the cache: <c>movie:603</c>, <c>series:1396</c>, <c>tvdb:81189</c>, <c>search:movie:thematrix:1999</c>.</param>
/// <param name="Path">Its route below version 3 of the API, with its query.</param>
internal sealed record TmdbQuery(string Key, string Path)
{
    public static TmdbQuery Movie(int id) => Of($"movie:{id}", $"movie/{id}");

    public static TmdbQuery Series(int id) => Of($"series:{id}", $"tv/{id}");

    public static TmdbQuery SeriesByTvdb(int id) => Of($"tvdb:{id}", $"find/{id}?external_source=tvdb_id");

    /// <param name="kind">Movie or series.</param>
    public static TmdbQuery Search(MediaKind kind, string title, int? year)
    {
        var (word, route, yearName) = kind is MediaKind.Movie ? ("movie", "movie", "year") : ("series", "tv", "first_air_date_year");
        var filter = year is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&{yearName}={year}");
        return Of($"search:{word}:{ComparableTitle.Of(title)}:{year}", $"search/{route}?query={Uri.EscapeDataString(title)}{filter}");
    }

    private static TmdbQuery Of(FormattableString key, FormattableString path) => new(FormattableString.Invariant(key), FormattableString.Invariant(path));
}

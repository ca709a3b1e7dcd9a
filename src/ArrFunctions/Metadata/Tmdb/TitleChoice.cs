namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Which of the titles that a search found is the one a file is named after; the first of them often is another one.</summary>
internal static class TitleChoice
{
    /// <summary>Years that a file and TMDB may be apart: a festival before, a cinema after.</summary>
    private const int YearsApart = 1;

    /// <param name="found">As TMDB orders them.</param>
    /// <param name="year">Null when the name of the file tells none.</param>
    public static TitleChosen Of(IEnumerable<TmdbTitle> found, string title, int? year)
    {
        List<TmdbTitle> fitting =
        [
            .. found
                .Where(candidate => ComparableTitle.AreEqual(candidate.Title, title) || ComparableTitle.AreEqual(candidate.OriginalTitle, title))
                .Where(candidate => year is null || Math.Abs(year.Value - candidate.Year ?? YearsApart + 1) <= YearsApart),
        ];
        List<TmdbTitle> closest = fitting.Exists(candidate => candidate.Year == year) && year is not null ? fitting.FindAll(candidate => candidate.Year == year) : fitting;
        return new(closest.FirstOrDefault(), IsAmbiguous: closest.DistinctBy(candidate => candidate.OriginalLanguage, StringComparer.OrdinalIgnoreCase).Skip(1).Any());
    }
}

/// <param name="Title">Null when none fits.</param>
/// <param name="IsAmbiguous">Several fit alike, and their languages differ.</param>
internal sealed record TitleChosen(TmdbTitle? Title, bool IsAmbiguous);

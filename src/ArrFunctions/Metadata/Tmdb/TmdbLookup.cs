using System.Globalization;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>What TMDB says of a file's original language: by the ids of its film or series, else by the name of the file.</summary>
internal sealed class TmdbLookup(TmdbCache cache, Live<TmdbOptions> options)
{
    /// <param name="path">The file.</param>
    /// <param name="subject">What is known of it.</param>
    /// <param name="notes">Gets why there is no answer, as ends of a sentence.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when TMDB does not know it, or is not asked.</returns>
    public async Task<OriginalLanguage?> FindAsync(string path, MediaSubject subject, List<string> notes, CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
        {
            return null;
        }

        if (!options.Value.HasKey)
        {
            notes.Add("TMDB is not asked without a key (Tmdb:AccessToken)");
            return null;
        }

        try
        {
            return await ByIdAsync(subject, notes, cancellationToken) ?? await ByNameAsync(path, subject.Kind, notes, cancellationToken);
        }
        catch (TmdbException fault)
        {
            notes.Add(fault.Message);
            return null;
        }
    }

    private async Task<OriginalLanguage?> ByIdAsync(MediaSubject subject, List<string> notes, CancellationToken cancellationToken)
    {
        foreach (var query in QueriesById(subject))
        {
            var answer = await cache.AskAsync(query, cancellationToken);
            if (answer.Titles is [var title, ..])
            {
                return Told(title, LanguageSource.Tmdb, "TMDB says", answer);
            }

            notes.Add($"TMDB has no {query.Key.Replace(':', ' ')}");
        }

        return null;
    }

    private static IEnumerable<TmdbQuery> QueriesById(MediaSubject subject)
    {
        if (subject is { Kind: MediaKind.Movie or MediaKind.Series, TmdbId: > 0 and var tmdbId })
        {
            yield return subject.Kind is MediaKind.Movie ? TmdbQuery.Movie(tmdbId) : TmdbQuery.Series(tmdbId);
        }

        if (subject is { Kind: MediaKind.Series, TvdbId: > 0 and var tvdbId })
        {
            yield return TmdbQuery.SeriesByTvdb(tvdbId);
        }
    }

    private async Task<OriginalLanguage?> ByNameAsync(string path, MediaKind known, List<string> notes, CancellationToken cancellationToken)
    {
        var name = ReleaseNameParser.Parse(path);
        var kind = known is MediaKind.Unknown ? name?.Kind : known;
        if (name is null or { Title.Length: 0 } || kind is null or MediaKind.Unknown)
        {
            notes.Add("the name of the file does not tell what it is");
            return null;
        }

        var sought = string.Create(CultureInfo.InvariantCulture, $"{(kind is MediaKind.Movie ? "film" : "series")} '{name.Title}'{(name.Year is null ? "" : $" of {name.Year}")}");
        var answer = await cache.AskAsync(TmdbQuery.Search(kind.Value, name.Title, name.Year), cancellationToken);
        var chosen = TitleChoice.Of(answer.Titles, name.Title, name.Year);
        if (chosen is { Title: { } title, IsAmbiguous: false })
        {
            return Told(title, LanguageSource.TmdbSearch, $"the name of the file tells the {sought}, of which TMDB says", answer);
        }

        notes.Add(chosen.IsAmbiguous ? $"TMDB has more than one {sought}, in several languages" : $"TMDB has no {sought}");
        return null;
    }

    private static OriginalLanguage Told(TmdbTitle title, LanguageSource source, string who, TmdbAnswer answer)
    {
        var age = answer.Outage is null ? "" : $" (an old answer, because {answer.Outage})";
        return LanguageTag.TryParse(title.OriginalLanguage ?? "", out var language)
            ? new(language, source, $"{who} {language.EnglishName}{age}")
            : new(Language: null, source, $"{who} that it has no language{age}");
    }
}

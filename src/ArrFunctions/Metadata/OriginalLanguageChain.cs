using ArrFunctions.Metadata.Languages;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Servarr;

namespace ArrFunctions.Metadata;

/// <summary>Finds the original language of a file: the event, Sonarr or Radarr, TMDB, the name of the file; the first that knows it is believed.</summary>
internal sealed class OriginalLanguageChain(ServarrLibrary library, TmdbLookup tmdb)
{
    /// <summary>Who cannot be asked is passed over, and named in the explanation.</summary>
    /// <param name="path">Local path of the file.</param>
    /// <param name="instance">The instance that named the file; null when none did.</param>
    /// <param name="subject">What the event told; null when there was none.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The language, and the subject with everything that was learnt on the way.</returns>
    public async Task<(OriginalLanguage Language, MediaSubject Subject)> FindAsync(
        string path, string? instance, MediaSubject? subject, CancellationToken cancellationToken)
    {
        subject ??= new();
        if (LanguageTag.TryParse(subject.OriginalLanguage ?? "", out var told))
        {
            return (new(told, LanguageSource.Webhook, $"the event says {told.EnglishName}"), subject);
        }

        var notes = new List<string>();
        if (await AskLibraryAsync(path, instance, subject.Id, notes, cancellationToken) is { } found)
        {
            subject = subject.CompletedBy(found.Subject);
            if (LanguageTag.TryParse(found.Subject.OriginalLanguage ?? "", out var known))
            {
                return (new(known, LanguageSource.Servarr, $"{NameOf(found)} says {known.EnglishName}"), subject);
            }

            notes.Add($"{NameOf(found)} does not know it");
        }

        var language = await tmdb.FindAsync(path, subject, notes, cancellationToken) ?? new(Language: null, LanguageSource.None, "nobody knows it");
        return (language with { Explanation = string.Join("; ", [language.Explanation, .. notes]) }, subject);
    }

    private async Task<LibrarySubject?> AskLibraryAsync(string path, string? instance, int? id, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            var found = await library.FindAsync(instance, id, path, cancellationToken);
            if (found is null && library.HasInstances)
            {
                notes.Add("no Sonarr or Radarr has the file");
            }

            return found;
        }
        catch (ServarrException fault)
        {
            notes.Add(fault.Message.TrimEnd('.'));
            return null;
        }
    }

    private static string NameOf(LibrarySubject found) => found.Subject.Kind switch
    {
        MediaKind.Movie => $"Radarr '{found.Instance}'",
        MediaKind.Series => $"Sonarr '{found.Instance}'",
        _ => $"'{found.Instance}'",
    };
}

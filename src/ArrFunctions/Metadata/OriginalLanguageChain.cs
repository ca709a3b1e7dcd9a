using ArrFunctions.Metadata.Languages;
using ArrFunctions.Servarr;

namespace ArrFunctions.Metadata;

/// <summary>Finds the original language of a file: the event, Sonarr or Radarr, TMDB, the name of the file; the first that knows it is believed.</summary>
internal sealed class OriginalLanguageChain(ServarrLibrary library)
{
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

        return await library.FindAsync(instance, subject.Id, path, cancellationToken) is { } found
            && LanguageTag.TryParse(found.Subject.OriginalLanguage ?? "", out var known)
            ? (new(known, LanguageSource.Servarr, $"'{found.Instance}' says {known.EnglishName}"), found.Subject)
            : (new(Language: null, LanguageSource.None, "nobody knows it"), subject);
    }
}

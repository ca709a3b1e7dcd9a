using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Rules;

/// <summary>Finds out how the default track of a file is to be chosen: its original language, and the rule that holds for it.</summary>
internal sealed class AudioAdvice(AudioOptions options, OriginalLanguageChain chain)
{
    /// <param name="path">Local path of the file.</param>
    /// <param name="instance">The instance that named the file; null when none did.</param>
    /// <param name="subject">What the event told; null when there was none.</param>
    /// <param name="named">The original language as a person named it; null where nobody did.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<FileAdvice> ForAsync(
        string path, string? instance, MediaSubject? subject, LanguageTag? named, CancellationToken cancellationToken)
    {
        var (found, known) = await chain.FindAsync(path, instance, subject, cancellationToken);
        var original = named is null ? found : new OriginalLanguage(named, LanguageSource.Person, $"a person says {named.EnglishName}");
        return new(options.RulesFor(original.Language), original, Skip: null, known);
    }
}

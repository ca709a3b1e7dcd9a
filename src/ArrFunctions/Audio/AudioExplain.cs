using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>Tells which track of a file should be the default one, and everything that the choice comes from; changes nothing.</summary>
internal sealed class AudioExplain(AudioAdvice advice)
{
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="roots">Nothing outside is read.</param>
    /// <param name="instance">The instance that manages it; null asks all that may.</param>
    /// <param name="named">The original language as a person named it; null where nobody did.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The explanation, or why the file cannot be read.</returns>
    public async Task<(AudioExplanation? Explanation, UnreadFile? Failure)> RunAsync(
        string path, MediaRoots roots, string? instance, LanguageTag? named, CancellationToken cancellationToken)
    {
        var (headers, failure) = AudioInspect.Read(path, roots);
        if (headers is null)
        {
            return (null, failure);
        }

        var advised = await advice.ForAsync(path, instance, subject: null, named, isLater: false, cancellationToken);
        return (new(path, headers.Format, advised, TrackSelector.Select(headers.AudioTracks, advised.Rules)), null);
    }
}

/// <summary>What the choice of a track comes from.</summary>
internal sealed record AudioExplanation(string Path, string Format, FileAdvice Advice, TrackSelection Selection);

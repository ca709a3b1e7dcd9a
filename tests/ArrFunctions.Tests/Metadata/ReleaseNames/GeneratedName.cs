using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>A name whose meaning is known, because it was made from it.</summary>
internal sealed record GeneratedName(string Form, string Path, ReleaseName Meaning)
{
    /// <summary>Whether two say the same; titles are compared by their letters and digits.</summary>
    public bool IsUnderstood(ReleaseName? parsed) => parsed is not null
        && (parsed.Kind, parsed.Year, parsed.Season, parsed.AirDate) == (Meaning.Kind, Meaning.Year, Meaning.Season, Meaning.AirDate)
        && parsed.Episodes.SequenceEqual(Meaning.Episodes)
        && parsed.AbsoluteEpisodes.SequenceEqual(Meaning.AbsoluteEpisodes)
        && Letters(parsed.Title) == Letters(Meaning.Title);

    private static string Letters(string title) => string.Concat(title.Normalize().Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

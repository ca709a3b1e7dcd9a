using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Metadata;

/// <summary>The language a film or series was made in, and who said so.</summary>
/// <param name="Language">Null when nobody knows.</param>
/// <param name="Explanation">For people, without a full stop: "Radarr 'radarr' says Korean", or why nobody knows.</param>
public sealed record OriginalLanguage(LanguageTag? Language, LanguageSource Source, string Explanation);

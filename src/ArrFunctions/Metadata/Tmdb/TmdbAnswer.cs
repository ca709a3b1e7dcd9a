namespace ArrFunctions.Metadata.Tmdb;

/// <summary>What TMDB knows about a question.</summary>
/// <param name="Titles">Empty when it knows nothing.</param>
/// <param name="Outage">Why an old answer had to do; null for one that is believed.</param>
internal sealed record TmdbAnswer(IReadOnlyList<TmdbTitle> Titles, string? Outage = null);

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>An answer of TMDB as it is kept.</summary>
internal sealed record CachedAnswer
{
    /// <inheritdoc cref="TmdbQuery.Key"/>
    public required string Key { get; init; }

    public required DateTimeOffset Written { get; init; }

    /// <summary>Empty: TMDB knows nothing.</summary>
    public required IReadOnlyList<TmdbTitle> Titles { get; init; }
}

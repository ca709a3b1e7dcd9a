namespace ArrFunctions.Servarr;

/// <summary>A movie of Radarr, as far as it is used (<c>GET movie</c>).</summary>
internal sealed record MovieResource
{
    public int Id { get; init; }

    public string? Title { get; init; }

    public int Year { get; init; }

    public int TmdbId { get; init; }

    /// <summary>Its folder as Radarr names it.</summary>
    public string? Path { get; init; }

    public LanguageResource? OriginalLanguage { get; init; }

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<int> Tags { get; init; } = [];
}

/// <summary>A language of the *arrs; 0 is unknown.</summary>
internal sealed record LanguageResource(int Id, string? Name);

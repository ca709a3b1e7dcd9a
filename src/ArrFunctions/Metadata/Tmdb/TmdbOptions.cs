namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Settings of the calls to TMDB (section <c>Tmdb</c>).</summary>
public sealed record TmdbOptions
{
    /// <summary><c>Tmdb:Enabled</c>: whether TMDB is asked where it has a key.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>API read access token (version 4), sent in a header; null: none. Secret.</summary>
    public string? AccessToken { get; init; }

    /// <summary>API key (version 3), which TMDB takes in the query alone; used where there is no access token. Secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary><c>Tmdb:Url</c>: where version 3 of its API is, without a slash at its end.</summary>
    public Uri Url { get; init; } = new("https://api.themoviedb.org/3");

    /// <summary><c>Tmdb:CacheFor</c>: how long an answer is believed before TMDB is asked again.</summary>
    public TimeSpan CacheFor { get; init; } = TimeSpan.FromDays(30);

    public bool HasKey => AccessToken is not null || ApiKey is not null;

    /// <summary>Without the keys.</summary>
    public override string ToString() => nameof(TmdbOptions);
}

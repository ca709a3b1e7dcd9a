namespace ArrFunctions.Metadata;

/// <summary>Who told the original language.</summary>
public enum LanguageSource
{
    None,

    /// <summary>A person named it.</summary>
    Person,

    /// <summary>The event of the import.</summary>
    Webhook,

    /// <summary>Sonarr or Radarr was asked.</summary>
    Servarr,

    /// <summary>TMDB, by an id.</summary>
    Tmdb,

    /// <summary>TMDB, by the name of the file.</summary>
    TmdbSearch,
}

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Why TMDB gave no answer.</summary>
internal enum TmdbFault
{
    /// <summary>No connection, no name, no answer in time.</summary>
    Unreachable,

    /// <summary>500 and above.</summary>
    Down,

    /// <summary>429: too many requests.</summary>
    Busy,

    /// <summary>401 or 403: the key.</summary>
    Refused,

    /// <summary>An answer that TMDB does not give: something else is at this URL.</summary>
    Strange,

    /// <summary>It failed so often that it is left alone for a while.</summary>
    Broken,
}

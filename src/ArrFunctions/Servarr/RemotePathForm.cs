namespace ArrFunctions.Servarr;

/// <summary>How a path is written.</summary>
internal enum RemotePathForm
{
    /// <summary><c>/tv</c>.</summary>
    Posix,

    /// <summary><c>D:\TV</c>, with either slash; case does not matter.</summary>
    Windows,

    /// <summary><c>\\nas\tv</c>, with either slash; case does not matter.</summary>
    Unc,
}

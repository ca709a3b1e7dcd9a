namespace ArrFunctions.Audio;

/// <summary>What kind of thing went wrong with a file.</summary>
public enum FailReason
{
    /// <summary>None of the others; the explanation says what.</summary>
    Fault,

    /// <summary>There is no such file, at least not now.</summary>
    Missing,

    OutsideRoots,

    /// <summary>It may not be read or written.</summary>
    NoAccess,

    /// <summary>It did not parse whole.</summary>
    Damaged,

    /// <summary>Something else wrote to it during a change; a person has to look.</summary>
    Conflict,
}

namespace ArrFunctions.Setup.Takeover;

/// <summary>How something that is taken over stands to the settings that are there.</summary>
internal enum TakenState
{
    /// <summary>Nothing of it is set here.</summary>
    New,

    /// <summary>It is set here already, and the same.</summary>
    Same,

    /// <summary>It is set here, and differs; it stays as it is here.</summary>
    Conflict,

    /// <summary>It is set here, and differs; theirs takes its place.</summary>
    Replaced,

    /// <summary>It cannot be a setting here.</summary>
    Wrong,
}

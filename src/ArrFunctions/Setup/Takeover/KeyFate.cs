namespace ArrFunctions.Setup.Takeover;

/// <summary>What becomes of a key of another program.</summary>
internal enum KeyFate
{
    /// <summary>It is a setting here, and means the same.</summary>
    Taken,

    /// <summary>It is a setting here that means something else, or holds in another way.</summary>
    Changed,

    /// <summary>There is nothing here that it could be.</summary>
    Dropped,

    /// <summary>The other program does not know it either.</summary>
    Unknown,
}

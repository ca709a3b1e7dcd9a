namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>Why the replaced system called a file a candidate.</summary>
[Flags]
internal enum LegacyReasons
{
    None = 0,
    BelowMean = 1,
    NegativeFormats = 2,
    LargeAndNegative = 4,
    UltraHdWithoutHdr = 8,
}

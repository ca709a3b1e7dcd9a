namespace ArrFunctions.Library.Analysis;

/// <summary>What is most worth saying of a file; each is in exactly one, the first that holds.</summary>
public enum FileCategory
{
    PriorityReplacements,
    LargeLowQuality,
    HdrCandidates,
    AudioUpgradeCandidates,
    LegacyContent,
    ResolutionMismatches,
    UpgradeWorthy,
    FormatOptimized,
    PremiumQuality,
    AcceptableQuality,
}

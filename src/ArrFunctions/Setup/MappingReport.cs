namespace ArrFunctions.Setup;

/// <summary>Whether the paths of an instance lead to its files here.</summary>
/// <param name="Service">sonarr, radarr, prowlarr.</param>
/// <param name="IsRight">Nothing is wrong.</param>
/// <param name="Findings">One for each root folder, and one for a file.</param>
/// <param name="Proposals">Settings to paste, where the folders were found elsewhere.</param>
internal sealed record MappingReport(string Instance, string Service, bool IsRight, IReadOnlyList<MappingFinding> Findings, IReadOnlyList<string> Proposals)
{
    /// <summary>The same mappings for programs.</summary>
    public IReadOnlyList<MappingPair> ProposedMappings { get; init; } = [];

    /// <summary>Path of a media file here, for a look at what would be done to it: the one that the instance imported, or else any in its folders; null: none was found.</summary>
    public string? Sample { get; init; }
}

/// <param name="Code">Stable word for programs, camelCase; see <see cref="MappingCode"/>.</param>
/// <param name="TheirPath">As the instance names it; null where the finding is about no path.</param>
/// <param name="Path">Where it lies here by the mappings; null where they do not say.</param>
/// <param name="Sentence">What was found, or what is wrong and what to do.</param>
internal sealed record MappingFinding(string Code, string? TheirPath, string? Path, string Sentence);

/// <summary>The kinds of findings.</summary>
internal static class MappingCode
{
    public const string Right = "right";
    public const string NothingToCheck = "nothingToCheck";
    public const string NotMapped = "notMapped";
    public const string Missing = "missing";
    public const string NoRoots = "noRoots";
    public const string OutsideRoots = "outsideRoots";
    public const string NoAccess = "noAccess";
    public const string OtherSize = "otherSize";
    public const string NotAsked = "notAsked";

    public static bool IsRight(string code) => code is Right or NothingToCheck;
}

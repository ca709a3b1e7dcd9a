using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Analysis;

/// <summary>A library as the analysis looks at it: everything in memory, and as little of it as 100,000 files allow.</summary>
internal sealed record ScoredLibrary
{
    public required string Instance { get; init; }

    public required ServarrService Service { get; init; }

    /// <summary>By id; every profile that a title has is in it.</summary>
    public required IReadOnlyDictionary<int, ScoreProfile> Profiles { get; init; }

    /// <summary>By id.</summary>
    public required IReadOnlyDictionary<int, ScoredFormat> Formats { get; init; }

    /// <summary>Also those without a file.</summary>
    public required IReadOnlyList<LibraryTitle> Titles { get; init; }

    /// <summary>Those of one title stand together, in order of their seasons and episodes.</summary>
    public required IReadOnlyList<ScoredFile> Files { get; init; }
}

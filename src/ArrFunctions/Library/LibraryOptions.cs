using ArrFunctions.Library.Search;

namespace ArrFunctions.Library;

/// <summary>Settings of the score export (section <c>Library</c>).</summary>
public sealed record LibraryOptions
{
    /// <summary><c>Library:FullEvery</c>: after so long all files are asked for again, whatever changed.</summary>
    public TimeSpan FullEvery { get; init; } = TimeSpan.FromDays(7);

    /// <summary><c>Library:KeepExports</c>: of how many exports of an instance the artifacts are kept, 1 to 400.</summary>
    public int KeepExports { get; init; } = 10;

    /// <summary><c>Library:LegacyArtifacts</c>: whether the column sets of the replaced exporter are written as well.</summary>
    public bool LegacyArtifacts { get; init; }

    /// <summary><c>Library:RefreshOnImport</c>: whether the scores of what was imported are fetched at once.</summary>
    public bool RefreshOnImport { get; init; } = true;

    public LibrarySearchOptions Search { get; init; } = new();
}

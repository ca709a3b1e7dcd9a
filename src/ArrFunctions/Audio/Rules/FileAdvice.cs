using ArrFunctions.Metadata;

namespace ArrFunctions.Audio.Rules;

/// <summary>How the default track of one file is to be chosen.</summary>
/// <param name="Rules">What to look for in its tracks.</param>
/// <param name="Original">The original language, and who told it.</param>
/// <param name="Skip">Why the file is to be left alone, for people; null where it is not.</param>
/// <param name="Subject">What is known of its film or series.</param>
internal sealed record FileAdvice(SelectionRules Rules, OriginalLanguage Original, string? Skip, MediaSubject Subject)
{
    /// <summary>The instance that manages the file; null where none does, or nobody was asked.</summary>
    public string? Instance { get; init; }

    /// <summary>The rule that holds for it; null where none does.</summary>
    public AudioRule? Rule { get; init; }

    /// <summary>It is to be left alone only for now: what decides about it could not be asked.</summary>
    public bool IsForNow { get; init; }
}

namespace ArrFunctions.Library.Analysis;

/// <summary>Why a file is a candidate.</summary>
public enum CandidateReason
{
    /// <summary>Its quality is below the cutoff of the profile.</summary>
    Quality,

    /// <summary>Its score is below the cutoff of the profile.</summary>
    Score,

    /// <summary>Its score is below the minimum of the profile.</summary>
    Minimum,
}

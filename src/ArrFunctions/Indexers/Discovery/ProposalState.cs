namespace ArrFunctions.Indexers.Discovery;

internal enum ProposalState
{
    /// <summary>Waits for a person.</summary>
    Proposed,

    /// <summary>A person confirmed it, and Prowlarr has it.</summary>
    Added,

    /// <summary>A person does not want it; it is not proposed again.</summary>
    Dismissed,

    /// <summary>It is not fit to be proposed; looked at again as long as a list names it.</summary>
    Refused,
}

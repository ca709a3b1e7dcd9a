namespace ArrFunctions.Indexers.Discovery;

/// <summary>What is thought of a candidate.</summary>
internal abstract record CandidateVerdict
{
    private CandidateVerdict()
    {
    }

    /// <param name="Name">Of the indexer to be.</param>
    /// <param name="Address">As it would be given to Prowlarr.</param>
    public sealed record Fit(Definition Definition, string Name, Uri Address) : CandidateVerdict;

    /// <param name="Reason">In words, without a secret.</param>
    public sealed record Refused(string Reason) : CandidateVerdict;
}

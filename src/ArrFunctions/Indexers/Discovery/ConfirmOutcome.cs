namespace ArrFunctions.Indexers.Discovery;

/// <summary>What came of the wish to add a proposal.</summary>
internal abstract record ConfirmOutcome
{
    private ConfirmOutcome()
    {
    }

    /// <param name="Proposal">With the state added; its reason says what is left to do in Prowlarr, if anything.</param>
    public sealed record Added(Proposal Proposal) : ConfirmOutcome;

    public sealed record Missing : ConfirmOutcome;

    /// <summary>It would be added, and <c>Indexers:Discovery:DryRun</c> is true.</summary>
    public sealed record DryRun(string Sentence) : ConfirmOutcome;

    /// <summary>It is not, or not any more, to be added.</summary>
    /// <param name="Code">Stable word for programs.</param>
    public sealed record Refused(string Code, string Sentence) : ConfirmOutcome;

    /// <summary>Prowlarr could not be asked, or did not take it.</summary>
    public sealed record Failed(string Sentence) : ConfirmOutcome;
}

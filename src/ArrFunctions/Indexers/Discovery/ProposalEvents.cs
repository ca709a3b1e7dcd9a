using ArrFunctions.Ops.Events;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>What is told of proposals; refused ones are not.</summary>
internal static class ProposalEvents
{
    public static EventRecord Proposed(Proposal proposal, string actor, DateTimeOffset now) =>
        Of(proposal, "indexer.proposed", $"{proposal.Source} names {Of(proposal)}; it is added to {proposal.Instance} when it is confirmed", actor, now);

    public static EventRecord Added(Proposal proposal, string actor, DateTimeOffset now) =>
        Of(proposal, "indexer.added", $"{Of(proposal)} is added to {proposal.Instance}", actor, now);

    public static EventRecord Dismissed(Proposal proposal, string actor, DateTimeOffset now) =>
        Of(proposal, "indexer.dismissed", $"{Of(proposal)} is not wanted in {proposal.Instance}, and not proposed again", actor, now);

    private static string Of(Proposal proposal) => proposal.BaseUrl is null ? $"{proposal.Name ?? "an indexer"}" : $"{proposal.Name ?? "an indexer"} at {proposal.BaseUrl}";

    private static EventRecord Of(Proposal proposal, string name, string message, string actor, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = name,
        Subject = $"discovery:{proposal.Id}",
        Actor = actor,
        Message = message,
    };
}

using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Indexers.Discovery;

internal static class DiscoveryOperations
{
    public static Operation List() => new Operation("listProposals", "Indexers that a list names, and what became of them").Answers(200, DiscoveryJson.Default.ProposalList);

    public static Operation Confirm() => Of("confirmProposal", "Adds a proposed indexer to Prowlarr")
        .Answers(200, DiscoveryJson.Default.Proposal)
        .Fails(409, "dryRun", "notFit")
        .Fails(502, "notAdded");

    public static Operation Dismiss() => Of("dismissProposal", "It is not wanted, and not proposed again")
        .Answers(204)
        .Fails(409, "alreadyAdded", "alreadyRunning");

    private static Operation Of(string id, string summary) => new Operation(id, summary)
        .Path("id", "Of the proposal.", "0cc175b9c0f1b6a831c399e269772661")
        .Fails(404, "noSuchProposal");
}

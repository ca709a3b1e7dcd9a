using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Proposed indexers, relative to <c>/api</c>.</summary>
internal static class DiscoveryEndpoints
{
    public static void MapDiscovery(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("indexers/discovery", ListAsync).Requires(Role.Read).Describe(DiscoveryOperations.List);
        routes.MapPost("indexers/discovery/{id}/confirm", ConfirmAsync).Requires(Role.Admin).Describe(DiscoveryOperations.Confirm);
        routes.MapDelete("indexers/discovery/{id}", DismissAsync).Requires(Role.Admin).Describe(DiscoveryOperations.Dismiss);
    }

    private static async Task<IResult> ListAsync(ProposalStore store, CancellationToken cancellationToken) => Results.Json(
        new ProposalList(await store.AllAsync(cancellationToken).OrderBy(each => each.State).ThenByDescending(each => each.FirstSeen).ToListAsync(cancellationToken)),
        DiscoveryJson.Default.ProposalList);

    private static async Task<IResult> ConfirmAsync(string id, ProposalConfirm confirm, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await confirm.RunAsync(id, caller.Actor(), cancellationToken) switch
        {
            ConfirmOutcome.Added added => Results.Json(added.Proposal, DiscoveryJson.Default.Proposal),
            ConfirmOutcome.Missing => Missing(),
            ConfirmOutcome.DryRun checkedOnly => Problem.Of(StatusCodes.Status409Conflict, "dryRun", checkedOnly.Sentence),
            ConfirmOutcome.Refused refused => Problem.Of(StatusCodes.Status409Conflict, refused.Code, refused.Sentence),
            ConfirmOutcome.Failed failed => Problem.Of(StatusCodes.Status502BadGateway, "notAdded", failed.Sentence),
            var outcome => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };

    private static async Task<IResult> DismissAsync(string id, ProposalDismiss dismiss, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await dismiss.RunAsync(id, caller.Actor(), cancellationToken) switch
        {
            null => Missing(),
            { State: ProposalState.Dismissed } => Results.NoContent(),
            { State: ProposalState.Added } added => Problem.Of(StatusCodes.Status409Conflict, "alreadyAdded", $"{added.Name} was added already; remove it in Prowlarr."),
            { } busy => Problem.Of(StatusCodes.Status409Conflict, "alreadyRunning", $"{busy.Name} is being added right now."),
        };

    private static IResult Missing() => Problem.Of(StatusCodes.Status404NotFound, "noSuchProposal", "There is no proposal with this id; GET indexers/discovery lists them.");
}

using System.Security.Claims;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Audio;

/// <summary>What can be done with audio jobs that have ended: take a change back, carry plans out.</summary>
internal static class AudioJobEndpoints
{
    public static void MapAudioJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("jobs/{id}/undo", UndoAsync).Requires(Role.Operate).Describe(AudioOperations.Undo);
        routes.MapPost("jobs/apply", ApplyAsync).Requires(Role.Operate).Describe(AudioOperations.Apply);
    }

    private static async Task<IResult> UndoAsync(string id, JobLedger ledger, AudioJobUndo undo, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var (job, missing) = await JobEndpoints.LookUpAsync(id, ledger, cancellationToken);
        if (missing is not null)
        {
            return missing;
        }

        var (outcome, told) = await undo.RunAsync(job!, caller.Actor(), cancellationToken);
        return outcome switch
        {
            AudioUndoOutcome.Undone undone => Results.Json(
                new AudioUndoJson(id, undone.Path, [.. undone.After.Select(TrackJson.Of)], told is [] ? null : told), AudioJobJson.Default.AudioUndoJson),
            AudioUndoOutcome.Refused refused => Problem.Of(StatusCodes.Status409Conflict, "undoRefused", $"{job!.Path}: {refused.Explanation}."),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private static async Task<IResult> ApplyAsync(
        AudioOptions options, PlannedJobs planned, string? result, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (result is not "planned")
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "filter", "Only plans can be applied: jobs/apply?result=planned.");
        }

        return options.DryRun
            ? Problem.Of(StatusCodes.Status409Conflict, "dryRun", "This host only plans: Audio:DryRun is true. Set it to false, and apply again; a variable of the environment holds after a restart.")
            : Results.Json(new JobCount(await planned.ApplyAsync(caller.Actor(), cancellationToken)), JobJson.Default.JobCount, statusCode: StatusCodes.Status202Accepted);
    }
}

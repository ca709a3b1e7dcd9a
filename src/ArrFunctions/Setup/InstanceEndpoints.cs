using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Setup;

/// <summary>The routes that show, add, change and remove instances, relative to <c>/api</c>.</summary>
internal static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("instances", ListAsync).Requires(Role.Read).Describe(InstanceOperations.List);
        routes.MapGet("instances/{instance}", FindAsync).Requires(Role.Read).Describe(InstanceOperations.Find);
        routes.MapPost("instances", AddAsync).Requires(Role.Admin).Describe(InstanceOperations.Add);
        routes.MapPut("instances/{instance}", ChangeAsync).Requires(Role.Admin).Describe(InstanceOperations.Change);
        routes.MapDelete("instances/{instance}", RemoveAsync).Requires(Role.Admin).Describe(InstanceOperations.Remove);
        routes.MapPost("instances/test", TestAsync).Requires(Role.Admin).RequireRateLimiting(new CandidateRate()).Describe(InstanceOperations.TestCandidate);
        routes.MapPut("mappings", MapAsync).Requires(Role.Admin).Describe(InstanceOperations.Map);
    }

    private static async Task<IResult> ListAsync(InstanceListing listing, CancellationToken cancellationToken) =>
        Results.Json(new InstanceList(await listing.ReadAsync(cancellationToken)), InstanceJson.Default.InstanceList);

    private static async Task<IResult> FindAsync(string instance, InstanceListing listing, Servarr.ServarrOptions servarr, CancellationToken cancellationToken) =>
        await listing.FindAsync(instance, cancellationToken) is { } view
            ? Results.Json(view, InstanceJson.Default.InstanceView)
            : Problem.Of(StatusCodes.Status404NotFound, "unknownInstance", Servarr.KnownInstances.Unknown(instance, servarr));

    private static async Task<IResult> AddAsync(HttpContext context, InstanceChange change, InstanceListing listing, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context, InstanceJson.Default.InstanceBody, cancellationToken) is not { Name: not null, Service: not null, Url: not null, ApiKey: not null } wanted)
        {
            return Malformed("""{"name": ..., "service": ..., "url": ..., "apiKey": ...}, with "certificateAuthority" where it needs one""");
        }

        var outcome = await change.AddAsync(wanted, context.User.Actor(), cancellationToken);
        if (outcome is InstanceOutcome.Done { Name: var name })
        {
            context.Response.Headers.Location = $"{context.Request.PathBase}/api/instances/{name}";
        }

        return await AnswerAsync(outcome, StatusCodes.Status201Created, context, listing);
    }

    private static async Task<IResult> ChangeAsync(string instance, HttpContext context, InstanceChange change, InstanceListing listing, CancellationToken cancellationToken) =>
        await ReadAsync(context, InstanceJson.Default.InstancePatch, cancellationToken) is { } wanted && wanted != new InstancePatch()
            ? await AnswerAsync(await change.ChangeAsync(instance, wanted, context.User.Actor(), cancellationToken), StatusCodes.Status200OK, context, listing)
            : Malformed("""{"url": ..., "apiKey": ..., "certificateAuthority": ...}, of which one is enough; name and service stay""");

    private static async Task<IResult> RemoveAsync(string instance, HttpContext context, InstanceChange change, InstanceListing listing, CancellationToken cancellationToken) =>
        await change.RemoveAsync(instance, context.User.Actor(), cancellationToken) is var outcome && outcome is InstanceOutcome.Done
            ? Results.NoContent()
            : await AnswerAsync(outcome, StatusCodes.Status204NoContent, context, listing);

    private static async Task<IResult> TestAsync(HttpContext context, CandidateTest test, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context, InstanceJson.Default.CandidateBody, cancellationToken) is not { } wanted)
        {
            return Malformed("""{"service": ..., "url": ..., "apiKey": ...}, with "instance" for one whose key is saved, and "certificateAuthority" where it needs one""");
        }

        var (report, refusal) = await test.RunAsync(wanted, cancellationToken);
        return report is null
            ? Problem.Of(refusal!.Value.Code is "unknownInstance" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, refusal.Value.Code, refusal.Value.Sentence)
            : Results.Json(report, SetupJson.Default.ConnectionReport);
    }

    private static async Task<IResult> MapAsync(HttpContext context, InstanceChange change, InstanceListing listing, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context, InstanceJson.Default.MappingsBody, cancellationToken) is not { Instance: { } instance, Mappings: { } mappings }
            || mappings.Any(static mapping => mapping is not { From: not null, To: not null }))
        {
            return Malformed("""{"instance": ..., "mappings": [{"from": ..., "to": ...}]}""");
        }

        return mappings.Count > InstancePlans.MostMappings
            ? Problem.Of(
                StatusCodes.Status400BadRequest,
                "tooManyMappings",
                string.Create(CultureInfo.InvariantCulture, $"{mappings.Count} mappings are more than the {InstancePlans.MostMappings} of one instance. Map a folder above them, or write them into config.yaml."))
            : await AnswerAsync(await change.MapAsync(instance, mappings, context.User.Actor(), cancellationToken), StatusCodes.Status200OK, context, listing);
    }

    private static async Task<IResult> AnswerAsync(InstanceOutcome outcome, int status, HttpContext context, InstanceListing listing) => outcome switch
    {
        InstanceOutcome.Done done => Results.Json(await listing.FindAsync(done.Name, CancellationToken.None), InstanceJson.Default.InstanceView, statusCode: status),
        InstanceOutcome.Invalid invalid => ConfigurationEndpoints.Answer(new ChangeOutcome.Invalid(invalid.Findings), context.Response),
        InstanceOutcome.Refused refused => Problem.Of(
            refused.Code switch
            {
                "keyNeeded" => StatusCodes.Status400BadRequest,
                "unknownInstance" => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status409Conflict,
            },
            refused.Code,
            refused.Sentence),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    /// <summary>Null when the body is something else.</summary>
    private static Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => OptionalBody.ReadAsync(context.Request, type, cancellationToken);

    private static IResult Malformed(string example) => Problem.Of(StatusCodes.Status400BadRequest, "bodyMalformed", $"The body is not {example}.");
}

using System.Text;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Configuration;

/// <summary>The routes of the configuration, relative to <c>/api</c>.</summary>
internal static class ConfigurationEndpoints
{
    private static readonly string TooLarge = $"The body has more than {YamlFile.MaxBytes / 1024} KiB.";

    public static void MapConfiguration(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("config", GetAsync).Requires(Role.Read).Describe(ConfigurationOperations.Read);
        routes.MapPut("config", ChangeAsync).Requires(Role.Admin).Describe(ConfigurationOperations.Change);
        routes.MapPost("config/reload", ReloadAsync).Requires(Role.Admin).Describe(ConfigurationOperations.Reload);
        routes.MapPost("config/validate", ValidateAsync).Requires(Role.Admin).Describe(ConfigurationOperations.Validate);
    }

    private static async Task<IResult> GetAsync(HttpContext context, LiveConfiguration live, StoredSettings stored, CancellationToken cancellationToken)
    {
        context.Response.Headers.ETag = StoredTag.Of(await stored.ReadAsync(cancellationToken));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(ConfigurationView.Of(live.State), ConfigurationJson.Default.ConfigurationView);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, ConfigurationChange change, CancellationToken cancellationToken)
    {
        var (text, fault) = await ReadAsync(context.Request, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        if (SettingTexts.Parse(text!) is not { } wanted)
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest,
                "bodyMalformed",
                """The body is not {"Audio:DryRun": false, "Audio:Languages": ["jpn"], "Audio:MaxFileSize": null}: settings with their values; null removes a stored value.""");
        }

        var match = context.Request.Headers.IfMatch.ToString();
        var outcome = await change.RunAsync(wanted, match is "" or "*" ? null : match, context.User.Actor(), cancellationToken);
        return Answer(outcome, context.Response);
    }

    /// <summary>What came of a change, as HTTP tells it.</summary>
    public static IResult Answer(ChangeOutcome outcome, HttpResponse response)
    {
        switch (outcome)
        {
            case ChangeOutcome.Changed changed:
                response.Headers.ETag = changed.ETag;
                return Results.Json(new ChangeReport(changed.Settings), ConfigurationJson.Default.ChangeReport);
            case ChangeOutcome.Invalid invalid:
                return Results.Problem(
                    "With these values the configuration would not be valid, so nothing was changed. The findings tell what is wrong.",
                    statusCode: StatusCodes.Status422UnprocessableEntity,
                    extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "configInvalid", ["findings"] = Elements(invalid.Findings) });
            default:
                return Problem.Of(
                    StatusCodes.Status412PreconditionFailed, "configChanged", "The stored settings have changed since they were read. Read them again, and send the change with their ETag in If-Match.");
        }
    }

    private static async Task<IResult> ReloadAsync(HttpContext context, ConfigurationReload reload, LiveConfiguration live, CancellationToken cancellationToken) =>
        await reload.RunAsync(context.User.Actor(), cancellationToken) is ConfigurationResult.Invalid invalid
            ? Answer(new ChangeOutcome.Invalid(invalid.Findings), context.Response)
            : Results.Json(ConfigurationView.Of(live.State), ConfigurationJson.Default.ConfigurationView);

    private static async Task<IResult> ValidateAsync(HttpContext context, ConfigurationValidation validation, bool? connectivity, CancellationToken cancellationToken)
    {
        var (text, fault) = await ReadAsync(context.Request, cancellationToken);
        if (fault is not null)
        {
            return fault;
        }

        var findings = await validation.RunAsync(string.IsNullOrWhiteSpace(text) ? null : text, connectivity is true, cancellationToken);
        return Results.Json(
            new ValidationReport(!findings.Any(static finding => finding.IsError), [.. findings.Select(FindingView.Of)]), ConfigurationJson.Default.ValidationReport);
    }

    private static async Task<(string? Text, IResult? Fault)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await LimitedBody.ReadAsync(request, YamlFile.MaxBytes, cancellationToken) is { } text
                ? (text, null)
                : (null, Problem.Of(StatusCodes.Status413PayloadTooLarge, "bodyTooLarge", TooLarge));
        }
        catch (DecoderFallbackException)
        {
            return (null, Problem.Of(StatusCodes.Status400BadRequest, "bodyMalformed", "The body is not UTF-8."));
        }
    }

    private static JsonElement[] Elements(IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding => JsonSerializer.SerializeToElement(FindingView.Of(finding), ConfigurationJson.Default.FindingView))];
}

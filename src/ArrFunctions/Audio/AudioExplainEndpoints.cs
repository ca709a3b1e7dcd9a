using System.Text.Json;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Audio;

/// <summary>Why a track of a file is chosen.</summary>
internal static class AudioExplainEndpoints
{
    public static void MapAudioExplain(this IEndpointRouteBuilder routes) => routes.MapPost("audio/explain", ExplainAsync).Requires(Role.Operate).Describe(AudioOperations.Explain);

    private static async Task<IResult> ExplainAsync(
        HttpRequest request, AudioExplain explain, AudioOptions options, ServarrOptions servarr, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken) is not { Path: { } path } asked)
        {
            return Bad("bodyMalformed", """The body is not {"path": ..., "instance": ..., "originalLanguage": ...}, of which path is needed, and nothing else.""");
        }

        if (Objection(asked, servarr, out var language) is { } objection)
        {
            return objection;
        }

        if (options.Roots.Count == 0)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "noRoots", "No media folder is configured. Set Audio__Roots to the folders that may be read.");
        }

        var (file, roots) = (Path.GetFullPath(path), MediaRoots.Of(options.Roots));
        var (explanation, failure) = await explain.RunAsync(file, roots, asked.Instance, language, cancellationToken);
        return explanation is null ? Refuse(failure!, roots.Contain(file)) : Results.Json(ExplainJson.Of(explanation), AudioJobJson.Default.ExplainJson);
    }

    private static IResult? Objection(ExplainRequest asked, ServarrOptions servarr, out LanguageTag? language)
    {
        language = null;
        return !Path.IsPathFullyQualified(asked.Path!) || asked.Path!.Contains('\0', StringComparison.Ordinal)
                ? Bad("path", "The path is no absolute path.")
            : asked.Instance is not null && !servarr.Instances.Any(known => known.Name == asked.Instance && known.Service is not ServarrService.Prowlarr)
                ? Bad("instance", "No Sonarr or Radarr has this name. Leave it out to ask all of them.")
            : !AudioSettingKinds.TryReadOriginalLanguage(asked.OriginalLanguage, out language)
                ? Bad("language", $"originalLanguage {AudioSettingKinds.Language.Complaint}.")
            : null;
    }

    /// <summary>Whether there is something outside the roots is nobody's business, so that and nothing being there get the same answer.</summary>
    private static IResult Refuse(UnreadFile failure, bool isNamedInside) =>
        failure.Reason is FailReason.Missing or FailReason.OutsideRoots || (failure.Reason is FailReason.NoAccess && !isNamedInside)
            ? Problem.Of(StatusCodes.Status404NotFound, "noSuchFile", "There is no such file in the folders of Audio:Roots.")
            : Problem.Of(StatusCodes.Status422UnprocessableEntity, "unreadable", $"The file cannot be explained: {failure.Sentence}.");

    private static IResult Bad(string code, string detail) => Problem.Of(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>Null when the body is something else.</summary>
    private static async Task<ExplainRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, AudioJobJson.Default.ExplainRequest, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Http;

/// <summary>What every request passes through, on both hosts.</summary>
internal static class HttpInterface
{
    public static IServiceCollection AddHttpInterface(this IServiceCollection services) => services
        .AddRouting()
        .AddCors()
        .AddRateLimiter(BatchRate.Add)
        .AddResponseCompression(compression => (compression.EnableForHttps, compression.MimeTypes) = (true, CompressionRules.Types))
        .AddSingleton<IResponseCompressionProvider, CompressionRules>()
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions.Remove("traceId");
            context.ProblemDetails.Detail ??= DetailOf(context.ProblemDetails.Status);
            context.ProblemDetails.Extensions.TryAdd("correlationId", CorrelationId.Current);
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode));
        });

    /// <summary>Faults become problem details without a word of their inside; so do answers without a body.</summary>
    public static IApplicationBuilder UseArrFunctions(this IApplicationBuilder app)
    {
        app.UseMiddleware<RequestCorrelation>();
        app.UseHttpMetrics();
        var options = app.ApplicationServices.GetRequiredService<HttpOptions>();
        ForwardedClient.Use(app, options);
        SecurityHeaders.Use(app, options);
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = static fault => FaultStatus.Of(fault),
            SuppressDiagnosticsCallback = static context => FaultStatus.Of(context.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        app.UseRouting();
        BodyLimit.Use(app);
        CrossOrigin.Use(app, options);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        return app.UseEndpoints(static routes => routes.MapArrFunctions());
    }

    private static string? DetailOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "A value in the path or the query of this request is not of the kind that the route takes.",
        StatusCodes.Status404NotFound => "There is no such route; docs/api.md lists them.",
        StatusCodes.Status405MethodNotAllowed => "This route takes another method; the Allow header names it.",
        StatusCodes.Status408RequestTimeout => "The request came too slowly, and was given up.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this route takes; docs/api.md tells the limits.",
        StatusCodes.Status503ServiceUnavailable => "The state cannot be read or written now. The log of the program says why.",
        _ => null,
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "badRequest",
        StatusCodes.Status404NotFound => "noSuchRoute",
        StatusCodes.Status405MethodNotAllowed => "methodNotAllowed",
        StatusCodes.Status408RequestTimeout => "tooSlow",
        StatusCodes.Status413PayloadTooLarge => "bodyTooLarge",
        StatusCodes.Status503ServiceUnavailable => "stateUnavailable",
        _ => "fault",
    };
}

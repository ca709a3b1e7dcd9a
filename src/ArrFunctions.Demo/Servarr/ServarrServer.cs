using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What an application answers over HTTP, on a free port of this machine.</summary>
internal static class ServarrServer
{
    public static async Task<WebApplication> StartAsync(FakeServarr fake, FakeServarrSettings settings, CancellationToken cancellationToken)
    {
        var app = fake.App;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        server.Use((context, next) => fake.Disturbance is Disturbance.None ? next(context) : fake.Disturbance.AnswerAsync(context, app.Name));
        server.Use((context, next) => IsBelow(context, settings.UrlBase) ? next(context) : RedirectAsync(context, settings.UrlBase));
        server.UsePathBase(settings.UrlBase);
        server.Use((context, next) => IsOpen(context) || HasKey(context, settings.ApiKey) ? next(context) : RefuseAsync(context));
        server.Use((context, next) =>
        {
            context.Response.Headers["X-Application-Version"] = app.Version;
            return next(context);
        });
        server.UseRouting();
        var started = settings.Clock.GetUtcNow().UtcDateTime;
        server.MapMethods("/ping", [HttpMethods.Get, HttpMethods.Head], () => ServarrAnswer.Of(new JsonObject { ["status"] = "OK" }));
        server.MapGet("/api", () => ServarrAnswer.Of(new JsonObject { ["current"] = "v3", ["deprecated"] = new JsonArray() }));
        server.MapGet("/api/v3/system/status", () => ServarrAnswer.Of(SystemStatus.Of(app, settings, started)));
        ServarrApi.Map(server, fake);
        fake.MapSubjects(server);
        await server.StartAsync(cancellationToken);
        return server;
    }

    private static bool IsBelow(HttpContext context, string urlBase) => context.Request.Path.StartsWithSegments(urlBase, StringComparison.OrdinalIgnoreCase);

    private static Task RedirectAsync(HttpContext context, string urlBase)
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"{urlBase}{context.Request.Path.ToUriComponent()}{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) => context.Request.Path == "/ping";

    /// <summary>The first place that holds a key counts: a wrong one in the query is not rescued by a right header.</summary>
    private static bool HasKey(HttpContext context, string apiKey)
    {
        var request = context.Request;
        var bearer = request.Headers.Authorization.ToString() is { } sent && sent.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? sent[7..] : "";
        string?[] places = [request.Query["apikey"], request.Headers["X-Api-Key"], bearer];
        var key = places.FirstOrDefault(place => !string.IsNullOrEmpty(place)) ?? "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(apiKey));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

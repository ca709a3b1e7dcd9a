using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArrFunctions.Demo.Servarr.Indexers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What an application answers over HTTP, on a free port of this machine.</summary>
internal static class ServarrServer
{
    public static async Task<WebApplication> StartAsync(FakeServarr fake, CancellationToken cancellationToken)
    {
        var (app, settings) = (fake.App, fake.Settings);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        server.Use((context, next) => fake.Disturbance.AnswerAsync(context, fake, next));
        server.Use((context, next) => IsBelow(context, settings.UrlBase) ? next(context) : RedirectAsync(context, settings.UrlBase));
        server.UsePathBase(settings.UrlBase);
        server.Use((context, next) => ReceiveAsync(context, fake, next));
        server.Use((context, next) => IsOpen(context) || HasKey(context, settings.ApiKey) ? next(context) : RefuseAsync(context));
        server.Use((context, next) =>
        {
            context.Response.Headers["X-Application-Version"] = app.Version;
            return next(context);
        });
        server.Use(ReadAsync);
        server.UseRouting();
        ServarrApi.Map(server, fake);
        IndexerApi.Map(server, fake);
        fake.MapOwn(server);
        await server.StartAsync(cancellationToken);
        return server;
    }

    private static async Task ReceiveAsync(HttpContext context, FakeServarr fake, RequestDelegate next)
    {
        fake.Requests.Add(context.Request.Method, context.Request.Path);
        if (fake.Disturbances.Latency > TimeSpan.Zero)
        {
            await Task.Delay(fake.Disturbances.Latency, fake.Settings.Clock, context.RequestAborted);
        }

        await fake.Disturbances.Of(fake.App.Root, context.Request.Path).AnswerAsync(context, fake, next);
    }

    private static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (JsonException failure) when (!context.Response.HasStarted)
        {
            await ServarrAnswer.Unreadable(context.Request.ContentLength is null or 0 ? "A non-empty request body is required." : failure.Message).ExecuteAsync(context);
        }
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

using System.Text;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Library;
using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>The routes of the receiver behind a server in memory, open to everybody.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private WebhookServer(WebApplication application) => this.application = application;

    public static async Task<WebhookServer> StartAsync(WebhookOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services
            .AddSingleton<ITableStore, MemoryTableStore>()
            .AddSingleton<IWorkQueue, MemoryWorkQueue>()
            .AddSingleton(TimeProvider.System)
            .AddFixedOptions()
            .AddSingleton(options ?? new())
            .AddSingleton(new ServarrOptions())
            .AddSingleton(new AudioOptions { Roots = ["/data/media"] })
            .AddSingleton(new JobsOptions())
            .AddSingleton<OutboxSignal>()
            .AddSingleton<JobStore>()
            .AddSingleton<JobLedger>()
            .AddSingleton(services => Evidences.Over(services.GetRequiredService<ITableStore>(), services.GetRequiredService<OutboxSignal>(), TimeProvider.System))
            .AddSingleton(new LibraryOptions())
            .AddSingleton<LibraryStore>()
            .AddSingleton<ImportRefresh>()
            .AddWebhooks()
            .AddSingleton<IAuthorizationHandler, Everybody>()
            .AddAuthorization(policies =>
            {
                policies.AddPolicy("Webhook", policy => policy.AddRequirements(new Anything("Webhook")));
                policies.AddPolicy("Read", policy => policy.AddRequirements(new Anything("Read")));
            });
        var application = builder.Build();
        application.UseAuthorization();
        application.Use((context, next) =>
        {
            if (context.Request.Headers.TryGetValue("Test-Signature", out var signature))
            {
                context.Items[WebhookSignature.Item] = signature.ToString();
            }

            return next(context);
        });
        application.MapGroup("/api").MapWebhooks();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new(application);
    }

    public async Task<(int Status, JsonElement Body, string? Policy)> SendAsync(
        HttpMethod method, string path, byte[]? body = null, string contentType = "application/json", string? signature = null)
    {
        using var client = application.GetTestClient();
        using var request = new HttpRequestMessage(method, $"/api/{path}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (signature is not null)
        {
            request.Headers.Add("Test-Signature", signature);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text is "" ? default : JsonDocument.Parse(text).RootElement, response.Headers.TryGetValues("Asked-For", out var policy) ? policy.Single() : null);
    }

    public Task<(int Status, JsonElement Body, string? Policy)> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private sealed record Anything(string Policy) : IAuthorizationRequirement;

    /// <summary>Lets everybody in, and tells which policy the route asked for.</summary>
    private sealed class Everybody : AuthorizationHandler<Anything>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Anything requirement)
        {
            if (context.Resource is HttpContext http)
            {
                http.Response.Headers["Asked-For"] = requirement.Policy;
            }

            context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}

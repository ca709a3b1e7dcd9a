using System.Text;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>An application with a route for each role, over a store in memory; every log line is kept.</summary>
internal sealed class AccessBench : IAsyncDisposable
{
    public const string Secret = "correct horse battery staple";
    private readonly WebApplication application;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("access-");

    private AccessBench(WebhookOptions options, bool listens)
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = listens ? builder.WebHost.UseUrls("http://127.0.0.1:0") : builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace)
            .AddFilter<LogLines>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace);
        builder.Services
            .AddSingleton<ITableStore>(Broken)
            .AddSingleton<TimeProvider>(Time)
            .AddFixedOptions()
            .AddSingleton(options)
            .AddSingleton(new AccessOptions())
            .AddSingleton(new ServarrOptions())
            .AddEvents()
            .AddAccess(data.FullName);
        application = builder.Build();
        application.MapGet("/health", () => "healthy").AllowAnonymous();
        application.MapGet("/unnamed", () => "");
        foreach (var role in RoleRules.All)
        {
            application.MapGet($"/api/{role}", (HttpContext context) => context.User.Actor()).Requires(role);
        }

        application.MapMethods("/api/webhook/{**rest}", ["POST", "PUT"], (Delegate)Echo).Requires(Role.Webhook);
        application.MapGroup("/api").MapKeys();
    }

    public LogLines Logs { get; } = new();

    /// <summary>The store, which can be made one that cannot be read.</summary>
    public UnreadableTables Broken { get; } = new(new MemoryTableStore());

    public SetTime Time { get; } = new();

    public KeyStore Keys => application.Services.GetRequiredService<KeyStore>();

    public IServiceProvider Services => application.Services;

    public ITableStore Tables => application.Services.GetRequiredService<ITableStore>();

    /// <summary>Of a bench that listens.</summary>
    public int Port => new Uri(application.Urls.Single()).Port;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="options">Settings of the receiver.</param>
    /// <param name="listens">Whether a real server listens on loopback, instead of one in memory.</param>
    public static async Task<AccessBench> StartAsync(WebhookOptions? options = null, bool listens = false)
    {
        var bench = new AccessBench(options ?? new WebhookOptions { Secret = Secret }, listens);
        await bench.application.StartAsync(Cancellation);
        return bench;
    }

    public async Task<string> KeyAsync(Role role)
    {
        var text = KeyText.New();
        Assert.NotNull(await Keys.AddAsync(text, $"{role} {text.Id[..8]}", role, "test", Cancellation));
        return text.Text;
    }

    public async Task<string> InitialKeyAsync() => (await File.ReadAllTextAsync(Path.Combine(data.FullName, "initial-key"), Cancellation)).TrimEnd();

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, body: null, headers);

    public Task<Reply> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var client = application.GetTestClient();
        using var response = await client.SendAsync(request, Cancellation);
        return await Reply.OfAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        data.Delete(recursive: true);
    }

    private static async Task<string> Echo(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return $"{context.User.Actor()}|{context.Items[WebhookSignature.Item]}|{await reader.ReadToEndAsync(Cancellation)}";
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Http;

/// <summary>The whole product behind its routes, in memory; only messages are worked on by hand. The caller holds an admin key called anna.</summary>
internal sealed class HttpBench : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("http-");
    private HttpClient? client;

    private HttpBench(
        bool dryRun, Func<AudioOptions, AudioOptions>? change, Func<ArrFunctionsOptions, ArrFunctionsOptions>? with, Action<IServiceCollection>? services)
    {
        Media = folder.CreateSubdirectory("media").FullName;
        var audio = new AudioOptions { Languages = [LanguageTag.Parse("jpn")], Roots = [Media], DryRun = dryRun };
        audio = change?.Invoke(audio) ?? audio;
        var tables = new MemoryTableStore();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton<ITableStore>(tables)
            .AddSingleton<ITableScan>(tables)
            .AddSingleton<IWorkQueue>(new MemoryWorkQueue(Clock))
            .AddSingleton<IArtifactStore>(new MemoryArtifactStore(Clock))
            .AddArrFunctions(with?.Invoke(new() { Audio = audio }) ?? new() { Audio = audio }, folder.CreateSubdirectory("data").FullName)
            .AddSingleton<TimeProvider>(Clock);
        services?.Invoke(builder.Services);
        application = builder.Build();
        application.UseArrFunctions();
    }

    public ManualTimeProvider Clock { get; } = new();

    public string Media { get; }

    public IServiceProvider Services => application.Services;

    /// <summary>Anna's.</summary>
    public string Key => client!.DefaultRequestHeaders.GetValues("X-Api-Key").Single();

    public JobLedger Ledger => Services.GetRequiredService<JobLedger>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="dryRun"><c>Audio:DryRun</c>.</param>
    /// <param name="change">Makes other audio options of the usual ones.</param>
    /// <param name="with">Adds options of other features.</param>
    /// <param name="services">Registers more.</param>
    public static async Task<HttpBench> StartAsync(
        bool dryRun = false,
        Func<AudioOptions, AudioOptions>? change = null,
        Func<ArrFunctionsOptions, ArrFunctionsOptions>? with = null,
        Action<IServiceCollection>? services = null)
    {
        var bench = new HttpBench(dryRun, change, with, services);
        await bench.application.StartAsync(Cancellation);
        var key = KeyText.New();
        await bench.application.Services.GetRequiredService<KeyStore>().AddAsync(key, "anna", Role.Admin, "test", Cancellation);
        bench.client = bench.application.GetTestClient();
        bench.client.DefaultRequestHeaders.Add("X-Api-Key", key.Text);
        return bench;
    }

    /// <summary>A client of its own with the same key, for what is no JSON.</summary>
    /// <param name="before">What its requests pass first.</param>
    public HttpClient Client(DelegatingHandler? before = null)
    {
        var handler = application.GetTestServer().CreateHandler();
        if (before is not null)
        {
            before.InnerHandler = handler;
        }

        var added = new HttpClient(before ?? handler) { BaseAddress = new("http://localhost/") };
        added.DefaultRequestHeaders.Add("X-Api-Key", client!.DefaultRequestHeaders.GetValues("X-Api-Key"));
        return added;
    }

    /// <summary>A client without a key.</summary>
    /// <param name="scheme"><c>http</c>, or <c>https</c> as behind a proxy that is trusted.</param>
    public HttpClient Stranger(string scheme = "http") => new(application.GetTestServer().CreateHandler()) { BaseAddress = new($"{scheme}://localhost/") };

    public Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Get, path, expected);

    public Task<JsonElement> PostAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Post, path, expected);

    /// <param name="path">Below <c>/api</c>.</param>
    /// <param name="json">The body.</param>
    /// <param name="expected">The status that the answer must have.</param>
    public Task<JsonElement> PostAsync(string path, string json, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Post, path, expected, json);

    /// <summary>Deletes what must be there; the answer has no body.</summary>
    public async Task DeleteAsync(string path)
    {
        using var response = await client!.DeleteAsync(new Uri($"/api/{path}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>The body of an answer that must have this status; an error must be problem details.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpStatusCode expected, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/{path}", UriKind.Relative));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client!.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(expected == response.StatusCode, $"{method} {path}: {response.StatusCode} {body}");
        Assert.Equal((int)expected < 400 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(body);
    }

    /// <summary>Works on everything that is visible in a lane.</summary>
    public async Task PumpAsync(Lane lane = Lane.Webhook)
    {
        var queue = application.Services.GetRequiredService<IWorkQueue>();
        var name = application.Services.GetRequiredService<JobsOptions>().Queues[lane];
        while (await queue.ReceiveAsync(name, 1, JobLedger.Lease, Cancellation) is [var message])
        {
            Assert.IsType<WorkVerdict.Done>(await application.Services.GetRequiredService<WorkRunner>().RunAsync(lane, message.Body, Cancellation));
            await queue.DeleteAsync(message, Cancellation);
        }
    }

    public Task<int> MoveEventsAsync() => application.Services.GetRequiredService<OutboxMover>().RunAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await application.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

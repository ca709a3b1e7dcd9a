using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>The product behind its doorways, routed to them as the worker does: one endpoint for each function, and nothing else.</summary>
internal sealed class WorkerBench : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("functions-");
    private readonly IHost host;

    private WorkerBench() => host = new HostBuilder()
        .ConfigureWebHost(web => web.UseTestServer().Configure(app =>
        {
            app.UseRouting();
            app.UseEndpoints(routes =>
            {
                foreach (var (function, trigger) in AppFunction.With<HttpTriggerAttribute>())
                {
                    routes.Map(trigger.Route!, context => context.Items.TryAdd("doorway", function.Name)
                        ? function.InvokeAsync(context.RequestServices, context.Request, new Mock<DurableTaskClient>(MockBehavior.Strict, "test").Object)
                        : throw new InvalidOperationException("The request came back to the doorway."));
                }
            });
        }))
        .ConfigureServices(services => services
            .AddSingleton<ITableStore>(Tables)
            .AddSingleton<ITableScan>(Tables)
            .AddSingleton<IWorkQueue>(new MemoryWorkQueue(TimeProvider.System))
            .AddSingleton<IArtifactStore>(new MemoryArtifactStore(TimeProvider.System))
            .AddArrFunctions(new ArrFunctionsOptions(), data.FullName)
            .AddFunctionTriggers())
        .Build();

    public FaultyTables Tables { get; } = new();

    public IServiceProvider Services => host.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WorkerBench> StartAsync()
    {
        var bench = new WorkerBench();
        await bench.host.StartAsync(Cancellation);
        return bench;
    }

    /// <summary>A client that has no key.</summary>
    public HttpClient Stranger() => host.GetTestClient();

    public async Task<HttpClient> ClientAsync(Role role)
    {
        var text = KeyText.New();
        Assert.NotNull(await Services.GetRequiredService<KeyStore>().AddAsync(text, role.ToString(), role, "test", Cancellation));
        var client = host.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", text.Text);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(Cancellation);
        host.Dispose();
        data.Delete(recursive: true);
    }
}

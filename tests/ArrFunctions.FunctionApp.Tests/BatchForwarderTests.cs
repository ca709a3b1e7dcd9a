using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>The addresses of Durable's interface beside a batch, with the keys of the product and a route made for the test.</summary>
public sealed class BatchForwarderTests : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("functions-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [InlineData(Id, "?durable=true", Id)]
    [InlineData("1" + Id, "?durable=true", null)]
    [InlineData(Id, "", null)]
    [InlineData(Id, "?durable=false", null)]
    [InlineData(Id + "/items", "?durable=true", null)]
    public async Task An_admin_who_asks_gets_them_beside_the_answer_of_the_product(string path, string query, string? instance)
    {
        using var host = await StartAsync();

        using var response = await GetAsync(host, Role.Admin, path, query);

        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("planning", answer.GetProperty("status").GetString());
        Assert.Equal(instance, answer.TryGetProperty("durable", out var durable) ? durable.GetProperty("id").GetString() : null);
    }

    [Fact]
    public async Task A_batch_that_was_tried_again_has_the_addresses_of_its_last_attempt()
    {
        using var host = await StartAsync("""{"status":"planning","attempt":3}""");

        using var response = await GetAsync(host, Role.Admin, Id, "?durable=true");

        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal($"{Id}-3", answer.GetProperty("durable").GetProperty("id").GetString());
    }

    [Fact]
    public async Task No_cache_keeps_the_key_that_is_in_them()
    {
        using var host = await StartAsync();

        using var response = await GetAsync(host, Role.Admin, Id, "?durable=true");

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData(Role.Operate)]
    [InlineData(Role.Read)]
    [InlineData(Role.Webhook)]
    public async Task Nobody_else_gets_them(Role role)
    {
        using var host = await StartAsync();

        using var response = await GetAsync(host, role, Id, "?durable=true");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("roleMissing", problem.GetProperty("code").GetString());
        Assert.Contains("needs the role admin", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_product_answers_as_ever()
    {
        using var host = await StartAsync();

        using var response = await GetAsync(host, role: null, Id, "?durable=true");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task What_the_product_refuses_comes_as_it_is()
    {
        using var host = await StartAsync(answer: null);

        using var response = await GetAsync(host, Role.Admin, Id, "?durable=true");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("""{"code":"noSuchBatch"}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> GetAsync(IHost host, Role? role, string path, string query)
    {
        using var client = host.GetTestClient();
        if (role is { } held)
        {
            var text = KeyText.New();
            Assert.NotNull(await host.Services.GetRequiredService<KeyStore>().AddAsync(text, held.ToString(), held, "test", Cancellation));
            client.DefaultRequestHeaders.Add("X-Api-Key", text.Text);
        }

        return await client.GetAsync(new Uri($"api/batch/{path}{query}", UriKind.Relative), Cancellation);
    }

    private async Task<IHost> StartAsync(string? answer = """{"status":"planning"}""")
    {
        var host = new HostBuilder()
            .ConfigureWebHost(web => web.UseTestServer().Configure(app =>
            {
                var product = new ApplicationBuilder(app.ApplicationServices).UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(routes => routes.MapGet(
                    "api/batch/{**rest}",
                    () => answer is null ? Results.Text("""{"code":"noSuchBatch"}""", statusCode: 404) : Results.Text(answer, "application/json")).RequireAuthorization("Read")).Build();
                var forwarder = new BatchForwarder(new HttpForwarder(product));
                app.UseRouting();
                app.UseEndpoints(routes => routes.Map(
                    "api/batch/{*rest}", context => forwarder.ForwardAsync(context, new Mock<DurableTaskClient>(MockBehavior.Strict, "test").Object)));
            }))
            .ConfigureServices(services => services
                .AddSingleton<ITableStore>(new MemoryTableStore())
                .AddSingleton<ITableScan>(new MemoryTableStore())
                .AddSingleton<IWorkQueue>(new MemoryWorkQueue(TimeProvider.System))
                .AddSingleton<IArtifactStore>(new MemoryArtifactStore(TimeProvider.System))
                .AddArrFunctions(new(), data.FullName))
            .Build();
        await host.StartAsync(Cancellation);
        return host;
    }
}

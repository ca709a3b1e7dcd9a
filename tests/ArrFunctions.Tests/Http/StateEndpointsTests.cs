using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Ops.State;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>State in and out of a host over its routes.</summary>
public sealed class StateEndpointsTests : IAsyncLifetime
{
    private static readonly string Id = new('a', 64);
    private readonly StateBench source = new();
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ITableStore Store => bench.Services.GetRequiredService<ITableStore>();

    public async ValueTask InitializeAsync() => bench = await HttpBench.StartAsync();

    public async ValueTask DisposeAsync()
    {
        source.Dispose();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task State_goes_in_and_comes_out_again_over_a_network_that_loses_every_third_answer()
    {
        await source.FillAsync();
        var file = await source.ExportAsync();
        using var unreliable = bench.Client(new LossyHandler());
        var host = new RemoteState(unreliable, TimeProvider.System);

        var imported = Assert.IsType<StateImportOutcome.Imported>(await source.ImportAsync(source.File, host));
        var rows = await host.RowsAsync(Cancellation).ToListAsync(Cancellation);

        Assert.All(file.Tables, table => Assert.Contains(imported.Tables, check => check.Table == table.Table && check.Rows == table.Rows && check.More == 0));
        Assert.Equal(await source.RowsAsync(), rows.Where(row => file.Tables.Any(table => table.Table == row.Table)));
        Assert.Null(await host.FindImportAsync(Cancellation));
    }

    [Fact]
    public async Task A_host_is_shown_with_its_tables_and_the_import_that_runs()
    {
        await bench.SendAsync(HttpMethod.Get, "maintenance/state", HttpStatusCode.OK);
        await BeginAsync();

        var state = await bench.GetAsync("maintenance/state");

        Assert.Equal(Id, state.GetProperty("import").GetProperty("id").GetString());
        Assert.Contains("Keys", state.GetProperty("tables").EnumerateArray().Select(table => table.GetString()));
        Assert.DoesNotContain("Maintenance", state.GetProperty("tables").EnumerateArray().Select(table => table.GetString()));
    }

    [Theory]
    [InlineData("maintenance/state/Nothing", HttpStatusCode.NotFound, "noSuchTable")]
    [InlineData("maintenance/state/Maintenance", HttpStatusCode.NotFound, "noSuchTable")]
    [InlineData("maintenance/state/Keys?after=keys", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("maintenance/state/Keys?after=a/b/c", HttpStatusCode.BadRequest, "cursor")]
    public async Task What_cannot_be_read_is_told(string path, HttpStatusCode status, string code)
    {
        await BeginAsync();
        Assert.Equal(code, (await bench.GetAsync(path, status)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_chunk_is_written_only_as_it_was_sent_and_only_into_its_import()
    {
        var chunk = await StateChunk.PackAsync([new("Jobs", "00", "a", "{}"), new("Jobs", "00", "b", "{}")], Cancellation);
        Assert.Equal((HttpStatusCode.Conflict, "importNotBegun"), await WriteAsync(chunk));
        await BeginAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "chunkDamaged"), await WriteAsync(chunk, StateEndpoints.DigestOf([.. chunk, 0])));
        Assert.Equal((HttpStatusCode.BadRequest, "chunkDamaged"), await WriteAsync(chunk, digest: null));
        Assert.Equal((HttpStatusCode.BadRequest, "chunkMalformed"), await WriteAsync(chunk[..(chunk.Length / 2)]));
        Assert.Equal((HttpStatusCode.BadRequest, "chunkMalformed"), await WriteAsync([1, 2, 3]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge"), await WriteAsync(new byte[StateChunk.MaxBytes + 1]));
        foreach (var wrong in (StateChange[][])
            [
                [new("Jobs", "00", "b", "{}"), new("Jobs", "00", "a", "{}")],
                [new("Jobs", "00", "a", "{}"), new("jobs", "00", "a", "{}")],
                [new("Jobs", "0/0", "a", "{}")],
                [new("Maintenance", "maintenance", "import", Content: null)],
                [.. Enumerable.Range(0, StateChunk.MaxChanges + 1).Select(n => new StateChange("Jobs", "00", $"{n:000000}", "{}"))],
            ])
        {
            Assert.Equal((HttpStatusCode.BadRequest, "chunkMalformed"), await WriteAsync(await StateChunk.PackAsync(wrong, Cancellation)));
        }

        Assert.Null(await Store.GetAsync("Jobs", "00", "a", Cancellation));
        Assert.Equal((HttpStatusCode.OK, null), await WriteAsync(chunk));
        Assert.Equal((HttpStatusCode.OK, null), await WriteAsync(await StateChunk.PackAsync([new("Jobs", "00", "a", Content: null)], Cancellation)));
        Assert.Null(await Store.GetAsync("Jobs", "00", "a", Cancellation));
        Assert.NotNull(await Store.GetAsync("Jobs", "00", "b", Cancellation));
    }

    [Fact]
    public async Task An_import_begins_and_ends_once_and_another_does_not_come_between()
    {
        Assert.Equal("importId", await ProblemAsync(HttpMethod.Put, "maintenance/imports/nothing", HttpStatusCode.BadRequest));
        await BeginAsync();
        await BeginAsync();
        Assert.Equal("importUnfinished", await ProblemAsync(HttpMethod.Put, $"maintenance/imports/{new string('b', 64)}", HttpStatusCode.Conflict));

        await bench.DeleteAsync($"maintenance/imports/{Id}");

        Assert.Equal("importNotBegun", await ProblemAsync(HttpMethod.Delete, $"maintenance/imports/{Id}", HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_wrong_key_is_told_at_once_and_not_shown()
    {
        using var stranger = bench.Client(new LossyHandler { LosesEvery = int.MaxValue });
        stranger.DefaultRequestHeaders.Remove("X-Api-Key");
        stranger.DefaultRequestHeaders.Add("X-Api-Key", "af_secret");

        var refused = await Assert.ThrowsAsync<StoreException>(() => new RemoteState(stranger, TimeProvider.System).FindImportAsync(Cancellation));

        Assert.Contains("asks for an admin key", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    private async Task BeginAsync()
    {
        using var client = bench.Client();
        using var answer = await client.PutAsync(new Uri($"api/maintenance/imports/{Id}", UriKind.Relative), content: null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<string?> ProblemAsync(HttpMethod method, string path, HttpStatusCode expected) =>
        (await bench.SendAsync(method, path, expected)).GetProperty("code").GetString();

    private Task<(HttpStatusCode Status, string? Code)> WriteAsync(byte[] body) => WriteAsync(body, StateEndpoints.DigestOf(body));

    private async Task<(HttpStatusCode Status, string? Code)> WriteAsync(byte[] body, string? digest)
    {
        using var client = bench.Client();
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/gzip") } };
        if (digest is not null)
        {
            content.Headers.Add(StateEndpoints.DigestHeader, digest);
        }

        using var answer = await client.PostAsync(new Uri($"api/maintenance/imports/{Id}", UriKind.Relative), content, Cancellation);
        var json = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return (answer.StatusCode, json.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}

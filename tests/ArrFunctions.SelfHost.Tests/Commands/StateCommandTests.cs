using System.Globalization;
using System.Text.Json;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Tests.Service;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>State that moves from one data folder to another, and from one service to another.</summary>
public sealed class StateCommandTests : IDisposable
{
    private const string Missing = """{"eventType":"Download","movie":{"id":1},"movieFile":{"id":7,"path":"/nowhere/a.mkv"}}""";

    private readonly ServiceFolder old = new();
    private readonly ServiceFolder next = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string StateFile => Path.Combine(old.Media, "state.gz");

    public void Dispose()
    {
        old.Dispose();
        next.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task State_of_a_folder_moves_to_another_one_whose_service_goes_on_with_its_jobs_and_keys(bool beside)
    {
        var jobs = 0;
        await using (var service = await old.StartAsync())
        {
            using var client = ServiceClient.Of(service, old.Data);
            await client.PostAsync("api/queue/pause");
            await client.PostAsync("api/webhook/radarr", Missing);
            jobs = (await client.ListAsync("jobs")).Count;
            if (beside)
            {
                await ExportAsync();
            }
            else
            {
                await service.StopAsync();
            }
        }

        if (!beside)
        {
            await ExportAsync();
        }

        var import = await RunAsync("import-state", StateFile, "--data", next.Data);
        Assert.Equal((0, ""), (import.ExitCode, import.Errors));
        Assert.Contains("read back and the same", import.Output, StringComparison.Ordinal);
        await using var moved = await next.StartAsync();
        using var there = new ServiceClient(moved.Address, ServiceClient.InitialKey(old.Data));
        Assert.Equal(jobs, (await there.ListAsync("jobs")).Count);
        Assert.False(Path.Exists(Path.Combine(next.Data, "initial-key")));
        await there.PostAsync("api/queue/resume");
        while ((await there.ListAsync("jobs")).Any(job => job.GetProperty("status").GetString() is "queued" or "running"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    [Fact]
    public async Task State_moves_over_http_from_a_running_service_to_another()
    {
        await using var from = await old.StartAsync();
        await using var to = await next.StartAsync();
        using var client = ServiceClient.Of(from, old.Data);
        await client.PostAsync("api/queue/pause");
        await client.PostAsync("api/webhook/radarr", Missing);
        await client.EventsAsync("lane.paused", 5);
        var (oldKey, nextKey) = (ServiceClient.InitialKey(old.Data), ServiceClient.InitialKey(next.Data));
        var keyFile = Path.Combine(next.Media, "key");
        await File.WriteAllTextAsync(keyFile, nextKey + "\n", Cancellation);

        var export = await CommandRun.OfAsync([("ARRFUNCTIONS_API_KEY", oldKey)], "admin", "export-state", StateFile, "--url", from.Address.ToString(), "--json");
        var import = await RunAsync("import-state", StateFile, "--url", to.Address.ToString(), "--key-file", keyFile, "--json");

        Assert.Equal((0, "", 0, ""), (export.ExitCode, export.Errors, import.ExitCode, import.Errors));
        Assert.Equal(("exported", "imported"), (Text(export, "outcome"), Text(import, "outcome")));
        Assert.Equal(Text(export, "sha256"), Text(import, "sha256"));
        foreach (var key in (string[])[oldKey, nextKey])
        {
            using var there = new ServiceClient(to.Address, key);
            Assert.Single(await there.ListAsync("jobs"));
            Assert.DoesNotContain(key, export.Output + import.Output + from.Output + to.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rows_are_equal_to_the_byte_after_sqlite_file_sqlite()
    {
        await FillAsync(old.Data, 3000);

        await ExportAsync();
        Assert.Equal(0, (await RunAsync("import-state", StateFile, "--data", next.Data)).ExitCode);

        Assert.Equal(await RowsAsync(old.Data), await RowsAsync(next.Data));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateFile));
        Assert.False(Path.Exists(StateFile + ".part"));
    }

    [Fact]
    public async Task A_folder_in_use_is_replaced_only_when_that_is_confirmed()
    {
        await FillAsync(old.Data, 100);
        await FillAsync(next.Data, 150);
        await ExportAsync();
        var before = await RowsAsync(next.Data);

        var refused = await RunAsync("import-state", StateFile, "--data", next.Data);
        var shown = await RunAsync("import-state", StateFile, "--data", next.Data, "--replace");
        Assert.Equal((1, 2), (refused.ExitCode, shown.ExitCode));
        Assert.Equal(before, await RowsAsync(next.Data));

        Assert.Equal(0, (await RunAsync("import-state", StateFile, "--data", next.Data, "--replace", "--yes")).ExitCode);
        Assert.Equal(await RowsAsync(old.Data), await RowsAsync(next.Data));
    }

    [Fact]
    public async Task A_running_service_is_not_imported_under()
    {
        await FillAsync(old.Data, 1);
        await ExportAsync();
        await using var service = await next.StartAsync();

        var run = await RunAsync("import-state", StateFile, "--data", next.Data);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"A service runs on the data folder {next.Data}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_imported_folder_is_served_without_work_until_the_import_is_brought_to_its_end()
    {
        await FillAsync(old.Data, 100);
        await ExportAsync();
        await RunAsync("import-state", StateFile, "--data", next.Data);
        await using (var file = SqliteStateFile.Open(new() { Folder = next.Data }, NullLogger<SqliteStateFile>.Instance))
        {
            await new SqliteTableStore(file).CommitAsync(
                "Maintenance", "maintenance", [new TableChange.Insert("import", $$"""{"id":"{{await Sha256Async()}}","isReplacing":false}""")], Cancellation);
        }

        await using (var service = await next.StartAsync())
        {
            Assert.Contains("An import of state has begun here and has not ended", service.Output, StringComparison.Ordinal);
            using var client = ServiceClient.Of(service, next.Data);
            Assert.All((await client.GetAsync("api/queue")).GetProperty("lanes").EnumerateArray(), lane => Assert.True(lane.GetProperty("isPaused").GetBoolean()));
        }

        Assert.Equal(1, (await RunAsync("export-state", Path.Combine(next.Media, "half.gz"), "--data", next.Data)).ExitCode);
        Assert.Equal(0, (await RunAsync("import-state", StateFile, "--data", next.Data)).ExitCode);
        await using var whole = await next.StartAsync();
        Assert.DoesNotContain("An import of state", whole.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_makes_no_state_and_a_file_that_is_there_is_not_overwritten()
    {
        await FillAsync(old.Data, 100);
        await ExportAsync();
        var again = await RunAsync("export-state", StateFile, "--data", old.Data);
        var bytes = await File.ReadAllBytesAsync(StateFile, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(StateFile, bytes, Cancellation);

        var import = await RunAsync("import-state", StateFile, "--data", next.Data);
        var missing = await RunAsync("import-state", StateFile + ".no", "--data", next.Data);

        Assert.Equal((1, 1, 1), (again.ExitCode, import.ExitCode, missing.ExitCode));
        Assert.Equal($"{StateFile} is there already. Remove it, or name another file.\n", again.Errors);
        Assert.StartsWith($"{StateFile} cannot be imported, and nothing was written. ", import.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(next.Data));
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_leaves_nothing_and_one_without_state_says_so()
    {
        await FillAsync(old.Data, 1);
        var nowhere = await RunAsync("export-state", Path.Combine(old.Media, "no", "state.gz"), "--data", old.Data);
        var none = await RunAsync("export-state", StateFile, "--data", next.Data);

        Assert.Equal((1, 1), (nowhere.ExitCode, none.ExitCode));
        Assert.Contains("cannot be written", nowhere.Errors, StringComparison.Ordinal);
        Assert.StartsWith($"There is no state in {next.Data}.", none.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(next.Data));
        Assert.Empty(old.MediaNames());
    }

    [Theory]
    [InlineData("--url needs an admin key: ", "--url", "http://127.0.0.1:1")]
    [InlineData("--url is no URL ", "--url", "nowhere")]
    [InlineData("--key-file: it is for a host ", "--key-file", "/dev/null")]
    [InlineData("--key-file: /nonexistent cannot be read: ", "--url", "http://127.0.0.1:1", "--key-file", "/nonexistent")]
    [InlineData("--url and --data name two states", "--url", "http://127.0.0.1:1", "--data", "/nonexistent")]
    public async Task Options_that_do_not_fit_are_refused(string complaint, params string[] options)
    {
        var run = await RunAsync(["export-state", StateFile, .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(complaint, run.Errors, StringComparison.Ordinal);
    }

    private static async Task FillAsync(string folder, int rows)
    {
        await using var file = SqliteStateFile.Open(new() { Folder = folder }, NullLogger<SqliteStateFile>.Instance);
        var store = new SqliteTableStore(file);
        foreach (var batch in Enumerable.Range(0, rows).Chunk(100))
        {
            await store.CommitAsync(
                batch[0] % 200 == 0 ? "Jobs" : "AudioUndo",
                (batch[0] % 7).ToString(CultureInfo.InvariantCulture),
                [.. batch.Select(n => new TableChange.Insert($"j~{n:000000}", $$"""{"n":{{n}},"of":{{rows}},"path":"/Über „{{n}}“ 🎬"}"""))],
                Cancellation);
        }
    }

    private static async Task<IReadOnlyList<(string, string, string, string)>> RowsAsync(string folder)
    {
        await using var file = SqliteStateFile.Open(new() { Folder = folder }, NullLogger<SqliteStateFile>.Instance);
        var store = new SqliteTableStore(file);
        List<(string, string, string, string)> rows = [];
        foreach (var table in (await store.TablesAsync(Cancellation)).Where(table => table is not "Maintenance"))
        {
            TableRow? last = null;
            while (await store.ScanAsync(table, 1000, last is null ? null : new(last.PartitionKey, last.RowKey), Cancellation) is { Count: > 0 } page)
            {
                rows.AddRange(page.Select(row => (table, row.PartitionKey, row.RowKey, row.Content)));
                last = page[^1];
            }
        }

        return rows;
    }

    private static Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["admin", .. arguments]);

    private static string? Text(CommandRun run, string name) => JsonElement.Parse(Assert.Single(run.Lines)).GetProperty(name).GetString();

    private async Task<string?> Sha256Async() =>
        Text(await RunAsync("import-state", StateFile, "--data", Path.Combine(next.Media, "other"), "--json"), "sha256");

    private async Task ExportAsync()
    {
        var export = await RunAsync("export-state", StateFile, "--data", old.Data);
        Assert.Equal((0, ""), (export.ExitCode, export.Errors));
    }
}

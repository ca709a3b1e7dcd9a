using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>Looks into the state that a service left, past its own reading of it.</summary>
internal sealed class StateInspection(string dataFolder) : IAsyncDisposable
{
    private readonly SqliteStateFile file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many rows of a table have a key that begins so.</summary>
    public async Task<int> CountAsync(string table, string prefix) => (int)await file.ReadAsync(
        session => (long)session.Scalar(
            "SELECT count(*) FROM rows WHERE tbl = $table AND substr(rk, 1, length($prefix)) = $prefix", ("$table", table), ("$prefix", prefix))!,
        Cancellation);

    public async Task<int> MessagesAsync() => (int)await file.ReadAsync(session => (long)session.Scalar("SELECT count(*) FROM messages")!, Cancellation);

    /// <summary>No message, no job and no batch that is open, no folder that is claimed, no page that is not queued yet, no unfinished change.</summary>
    public async Task AssertNothingIsLeftAsync()
    {
        Assert.Equal(0, await MessagesAsync());
        foreach (var (table, prefix) in new[]
        {
            ("Jobs", "s~queued"), ("Jobs", "s~running"), ("Jobs", "s~waiting"), ("Batches", "u~"), ("Batches", "f~"), ("Batches", "p~"), ("AudioUndo", "p~"),
        })
        {
            Assert.Equal((table, prefix, 0), (table, prefix, await CountAsync(table, prefix)));
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}

using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

internal static class LedgerOfTests
{
    /// <summary>Begins a job in whatever lane it is.</summary>
    public static async Task<Job?> StartAsync(this JobLedger ledger, string id, string owner, CancellationToken cancellationToken) =>
        await ledger.FindAsync(id, cancellationToken) is { } job ? await ledger.StartAsync(id, owner, job.Lane, cancellationToken) : null;
}

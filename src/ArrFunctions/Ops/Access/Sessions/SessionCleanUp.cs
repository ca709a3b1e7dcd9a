using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>Forgets sessions that ended by themselves.</summary>
internal sealed class SessionCleanUp(SessionStore sessions)
{
    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => sessions.OverAsync(cancellationToken).AnyAsync(cancellationToken);

    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var over = await sessions.OverAsync(cancellationToken).ToListAsync(cancellationToken);
        foreach (var batch in over.Chunk(TableRules.MaxBatchChanges))
        {
            await sessions.RemoveAsync(batch, cancellationToken);
        }

        return over.Count;
    }
}

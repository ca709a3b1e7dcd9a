using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.State;

/// <summary>Fails after some chunks, and half of the chunk at which it fails is written.</summary>
internal sealed class CutOffTarget(IStateTarget target) : IStateTarget
{
    /// <summary>Chunks that are written before the next failure.</summary>
    public int Left { get; set; } = int.MaxValue;

    public int Cuts { get; private set; }

    /// <summary>A row that is not written.</summary>
    public string? Forgets { get; init; }

    public Task<ImportMark?> FindImportAsync(CancellationToken cancellationToken) => target.FindImportAsync(cancellationToken);

    public IAsyncEnumerable<StateRow> RowsAsync(CancellationToken cancellationToken) => target.RowsAsync(cancellationToken);

    public Task BeginImportAsync(ImportMark mark, CancellationToken cancellationToken) => target.BeginImportAsync(mark, cancellationToken);

    public async Task WriteAsync(string importId, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken)
    {
        var isCut = Left-- == 0;
        var written = changes.Where(change => change.RowKey != Forgets).ToList();
        await target.WriteAsync(importId, isCut ? [.. written.Take((written.Count + 1) / 2)] : written, cancellationToken);
        if (isCut)
        {
            Cuts++;
            throw new StoreException("Cut off.");
        }
    }

    public Task EndImportAsync(string importId, CancellationToken cancellationToken) => target.EndImportAsync(importId, cancellationToken);
}

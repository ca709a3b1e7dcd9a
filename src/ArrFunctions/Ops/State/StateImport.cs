using System.Runtime.CompilerServices;

namespace ArrFunctions.Ops.State;

/// <summary>Brings the state of a file into a target. Cut off anywhere and run again, it writes what is missing and comes to the same end.</summary>
/// <param name="path">The file.</param>
/// <param name="file">What <see cref="StateFileReader.CheckAsync"/> found in it.</param>
/// <param name="target">Where it goes.</param>
/// <param name="observer">Told how far it is.</param>
internal sealed class StateImport(string path, StateSummary file, IStateTarget target, IStateObserver observer)
{
    /// <param name="isReplacing">Also where the target holds rows of others: they are replaced or removed, but for keys.</param>
    /// <param name="isConfirmed">Whether that is really wanted.</param>
    /// <param name="cancellationToken">Leaves the target half written, and without work of its own.</param>
    /// <exception cref="StateFileException">The file has changed since it was checked.</exception>
    public async Task<StateImportOutcome> RunAsync(bool isReplacing, bool isConfirmed, CancellationToken cancellationToken)
    {
        var begun = await target.FindImportAsync(cancellationToken);
        var isOurs = begun?.Id == file.Sha256;
        var mark = new ImportMark(file.Sha256, isReplacing || (isOurs && begun!.IsReplacing));
        if (begun is not null && !isOurs && !isReplacing)
        {
            return new StateImportOutcome.Unfinished();
        }

        var occupied = (await CompareAsync(StateStep.Compare, cancellationToken)).Where(table => table.IsOccupied).ToList();
        if (occupied.Count > 0 && !isOurs && !(isReplacing && isConfirmed))
        {
            return isReplacing ? new StateImportOutcome.Unconfirmed(occupied) : new StateImportOutcome.Occupied(occupied);
        }

        await target.BeginImportAsync(mark, cancellationToken);
        observer.Begin(StateStep.Write, file.Rows);
        await foreach (var chunk in StateChunk.CutAsync(ChangesAsync(mark, cancellationToken)))
        {
            await target.WriteAsync(mark.Id, chunk, cancellationToken);
        }

        var tables = await CompareAsync(StateStep.Verify, cancellationToken);
        if (!tables.All(table => table.IsOk))
        {
            return new StateImportOutcome.Differs(tables);
        }

        await target.EndImportAsync(mark.Id, cancellationToken);
        return new StateImportOutcome.Imported(tables);
    }

    /// <summary>How the target stands to the file.</summary>
    public async Task<IReadOnlyList<TableCheck>> CompareAsync(StateStep step, CancellationToken cancellationToken)
    {
        observer.Begin(step, file.Rows);
        return await StateComparison.RunAsync(file, PairsAsync(cancellationToken), observer.Advance, cancellationToken);
    }

    private async IAsyncEnumerable<StateChange> ChangesAsync(ImportMark mark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var pair in PairsAsync(cancellationToken))
        {
            if (pair is { Wanted: { } wanted, IsSame: false })
            {
                yield return new(wanted.Table, wanted.PartitionKey, wanted.RowKey, wanted.Content);
            }
            else if (pair is { Wanted: null, Found: { } more } && mark.IsReplacing && !TableCheck.KeepsMore(more.Table))
            {
                yield return new(more.Table, more.PartitionKey, more.RowKey, Content: null);
            }

            if (pair.Wanted is not null)
            {
                observer.Advance();
            }
        }
    }

    private async IAsyncEnumerable<StatePair> PairsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = StateFileReader.Open(path);
        var reader = new StateFileReader(stream);
        await foreach (var pair in StatePair.JoinAsync(reader.RowsAsync(cancellationToken), target.RowsAsync(cancellationToken), cancellationToken))
        {
            yield return pair;
        }

        if (reader.Summary.Sha256 != file.Sha256)
        {
            throw new StateFileException("It is another file than a moment ago.");
        }
    }
}

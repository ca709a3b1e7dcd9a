namespace ArrFunctions.Ops.State;

/// <summary>A state that can be read as a whole and written to: that of this process, or of a host across the network.</summary>
internal interface IStateTarget
{
    /// <summary>The import that has begun and has not ended.</summary>
    Task<ImportMark?> FindImportAsync(CancellationToken cancellationToken);

    /// <summary>Every row that moves, in <see cref="StateOrder"/>. Rows that change meanwhile may be seen as they were or as they are.</summary>
    IAsyncEnumerable<StateRow> RowsAsync(CancellationToken cancellationToken);

    /// <summary>From now on the hosts of this state do no work of their own. Goes on with an import of the same id.</summary>
    Task BeginImportAsync(ImportMark mark, CancellationToken cancellationToken);

    /// <summary>Makes changes durable, in no order. Making them again changes nothing.</summary>
    /// <param name="importId">Of the import that has begun.</param>
    /// <param name="changes">In <see cref="StateOrder"/>, as many as <see cref="StateChunk"/> takes.</param>
    Task WriteAsync(string importId, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken);

    /// <summary>The hosts of this state work again.</summary>
    Task EndImportAsync(string importId, CancellationToken cancellationToken);
}

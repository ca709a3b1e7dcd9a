namespace ArrFunctions.Ops.State;

/// <summary>Compares a target with a file, row by row and hash by hash.</summary>
internal sealed class StateComparison(StateSummary file) : IDisposable
{
    private readonly RowHash hash = new();
    private readonly List<TableCheck> checks = [];
    private TableCheck? open;

    /// <summary>A check of each table that the file or the target has.</summary>
    public static async Task<IReadOnlyList<TableCheck>> RunAsync(
        StateSummary file, IAsyncEnumerable<StatePair> pairs, Action advance, CancellationToken cancellationToken)
    {
        using var comparison = new StateComparison(file);
        await foreach (var pair in pairs.WithCancellation(cancellationToken))
        {
            comparison.Add(pair);
            if (pair.Wanted is not null)
            {
                advance();
            }
        }

        comparison.EndTable();
        return comparison.checks;
    }

    public void Dispose() => hash.Dispose();

    private void Add(StatePair pair)
    {
        if (!StateOrder.Tables.Equals(open?.Table, pair.Table))
        {
            EndTable();
            open = new(pair.Table, Rows: 0, Missing: 0, Different: 0, More: 0, IsSameHash: false);
        }

        open = pair switch
        {
            { Wanted: null } => open! with { More = open.More + 1 },
            { Found: null } => open! with { Rows = open.Rows + 1, Missing = open.Missing + 1 },
            { IsSame: false } => open! with { Rows = open.Rows + 1, Different = open.Different + 1 },
            _ => open! with { Rows = open.Rows + 1 },
        };
        if (pair is { Wanted: not null, Found: { } found })
        {
            hash.Add(found.PartitionKey, found.RowKey, found.Content);
        }
    }

    private void EndTable()
    {
        if (open is not null)
        {
            var told = file.Tables.FirstOrDefault(table => StateOrder.Tables.Equals(table.Table, open.Table));
            var (rows, sha256) = (hash.Rows, hash.Finish());
            checks.Add(open with { IsSameHash = told is null ? rows == 0 : told.Rows == rows && told.Sha256 == sha256 });
        }
    }
}

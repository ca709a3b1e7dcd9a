using System.Buffers.Binary;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>Reads a b-tree from its root, and steps over what cannot be read.</summary>
/// <param name="pages">The pages.</param>
/// <param name="take">Given the columns of each record; false where it is no row of ours.</param>
internal sealed class SalvageTree(SalvagePages pages, Func<IReadOnlyList<object?>, bool> take)
{
    private const byte InteriorIndex = 2, InteriorTable = 5, LeafIndex = 10, LeafTable = 13;

    /// <summary>A tree of 4 billion pages is not deeper.</summary>
    private const int MostDepth = 20;

    private readonly HashSet<uint> seen = [];

    /// <summary>Pages of the tree that cannot be read; how many rows they held, nobody knows.</summary>
    public int LostPages { get; private set; }

    /// <summary>Rows whose place is known and whose content is not.</summary>
    public int LostRows { get; private set; }

    /// <summary>Reads all that the root leads to.</summary>
    /// <returns>False where the page is no root of such a tree.</returns>
    public bool Walk(uint root, bool isTable)
    {
        if (Body(root, pages.Read(root)) is not { } body || body.IsTable != isTable)
        {
            return false;
        }

        Descend(root, isTable, depth: 0);
        return true;
    }

    /// <summary>Reads the rows of every page that no tree has led to, and that is not free.</summary>
    public void WalkLoose(bool isTable)
    {
        for (uint number = 2; number <= pages.Count; number++)
        {
            if (!seen.Contains(number) && pages.Free?.Contains(number) is not true
                && pages.Read(number) is { } page && Body(number, page) is { } body && body.IsTable == isTable)
            {
                seen.Add(number);
                ReadRows(page, body);
            }
        }
    }

    private void Descend(uint number, bool isTable, int depth)
    {
        if (number > pages.Count || depth > MostDepth || !seen.Add(number)
            || pages.Read(number) is not { } page || Body(number, page) is not { } body || body.IsTable != isTable)
        {
            LostPages++;
            return;
        }

        for (var cell = 0; body.IsInterior && cell < body.Cells; cell++)
        {
            if (PlaceOf(page, body, cell) is { } at)
            {
                Descend(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at)), isTable, depth + 1);
            }
            else
            {
                LostPages++;
            }
        }

        ReadRows(page, body);
        if (body.IsInterior)
        {
            Descend(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(body.At + 8)), isTable, depth + 1);
        }
    }

    /// <summary>The page above a leaf of a table has keys alone; that above a leaf of an index has rows of its own.</summary>
    private void ReadRows(byte[] page, PageBody body)
    {
        for (var cell = 0; cell < body.Cells && !(body.IsTable && body.IsInterior); cell++)
        {
            if (PlaceOf(page, body, cell) is not { } at
                || SalvageCell.Read(pages, page, body.IsInterior ? at + 4 : at, body.IsTable) is not { } columns || !take(columns))
            {
                LostRows++;
            }
        }
    }

    private int? PlaceOf(byte[] page, PageBody body, int cell)
    {
        var at = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(body.Pointers + (cell * 2)));
        return at >= body.Pointers + (body.Cells * 2) && at + 4 <= pages.Usable ? at : null;
    }

    private PageBody? Body(uint number, byte[]? page)
    {
        if (page is null)
        {
            return null;
        }

        var at = number == 1 ? 100 : 0;
        var kind = page[at];
        if (kind is not (InteriorIndex or InteriorTable or LeafIndex or LeafTable))
        {
            return null;
        }

        var isInterior = kind is InteriorIndex or InteriorTable;
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(at + 3));
        var pointers = at + (isInterior ? 12 : 8);
        return pointers + (cells * 2) > pages.Usable ? null : new(at, isInterior, kind is InteriorTable or LeafTable, cells, pointers);
    }

    private sealed record PageBody(int At, bool IsInterior, bool IsTable, int Cells, int Pointers);
}

using System.Text;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>All rows of a damaged database that can be read: first those that its root leads to, then, where pages of the tree are lost, those on pages that nothing leads to any more.</summary>
/// <param name="pages">The pages.</param>
/// <param name="areKeysTrusted">False where changes are known to be missing: a key that was deleted by one of them would be worth something again.</param>
/// <param name="write">Given each row; false where one of its key has been written.</param>
internal sealed class SalvageReading(SalvagePages pages, bool areKeysTrusted, Func<StateRow, bool> write)
{
    /// <summary>Where our files have the root of the rows, as long as nothing else can be read of where it is.</summary>
    private const uint UsualRoot = 2;

    /// <summary>What an older content of these rows would allow has been forbidden since.</summary>
    private static readonly string[] Guarded = [KeyStore.Table, SessionStore.Table, StoredSettings.Table];

    private readonly Dictionary<string, long> tables = new(StringComparer.OrdinalIgnoreCase);
    private bool isLoose;
    private bool hasLeftKeys;
    private long looseRows;

    public StateSalvage Run(DateTimeOffset time, string reason, string folder)
    {
        var tree = new SalvageTree(pages, Take);
        var hasRoot = tree.Walk(Root(), isTable: false);
        var (lostRows, lostPages) = (tree.LostRows, tree.LostPages + (hasRoot ? 0 : 1));
        if (lostPages > 0)
        {
            isLoose = true;
            tree.WalkLoose(isTable: false);
        }

        return new(time, reason, folder, tables.Values.Sum(), lostRows, lostPages, looseRows, hasLeftKeys, tables);
    }

    private uint Root()
    {
        var root = UsualRoot;
        new SalvageTree(pages, columns =>
        {
            if (columns is [_, "table", "rows", "rows", long found, ..] && found is > 1 and <= uint.MaxValue)
            {
                root = (uint)found;
            }

            return true;
        }).Walk(1, isTable: true);
        return root;
    }

    private bool Take(IReadOnlyList<object?> columns)
    {
        // The columns of the key come first, then the others (sqlite.org/withoutrowid.html).
        if (columns is not [string table, string partition, string row, string { Length: > 0 }, string content] || !IsRow(table, partition, row, content))
        {
            return false;
        }

        var isOfKeys = table.Equals(KeyStore.Table, StringComparison.OrdinalIgnoreCase) || table.Equals(SessionStore.Table, StringComparison.OrdinalIgnoreCase);
        if ((isOfKeys && !areKeysTrusted) || (isLoose && Guarded.Contains(table, StringComparer.OrdinalIgnoreCase)))
        {
            hasLeftKeys |= isOfKeys;
            return true;
        }

        if (write(new(table, partition, row, content)))
        {
            tables[table] = tables.GetValueOrDefault(table) + 1;
            looseRows += isLoose ? 1 : 0;
        }

        return true;
    }

    /// <summary>SQLite has no checksums, so a row is looked at: its key is one, and its content is JSON.</summary>
    private static bool IsRow(string table, string partition, string row, string content)
    {
        try
        {
            TableRules.CheckTable(table);
            TableRules.CheckKeys(partition, row);
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(content));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException)
        {
            return false;
        }
    }
}

namespace Azure.Data.Tables;

public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    ETag ETag { get; set; }
}

public sealed class TableEntity(string partitionKey, string rowKey) : ITableEntity
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal)
    {
        [nameof(PartitionKey)] = partitionKey,
        [nameof(RowKey)] = rowKey,
    };

    public string PartitionKey
    {
        get => (string)values[nameof(PartitionKey)];
        set => values[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => (string)values[nameof(RowKey)];
        set => values[nameof(RowKey)] = value;
    }

    public ETag ETag { get; set; }

    public ICollection<string> Keys => values.Keys;

    public object? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set => values[key] = value!;
    }
}

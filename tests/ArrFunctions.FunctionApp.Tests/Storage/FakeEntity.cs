using System.Text;
using System.Text.Encodings.Web;
using Azure;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>An entity as the service holds it (Understanding the Table service data model).</summary>
internal sealed record FakeEntity(string PartitionKey, string RowKey, ETag ETag, IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IComparer<FakeEntity> ByKeys { get; } = Comparer<FakeEntity>.Create((left, right) =>
        string.CompareOrdinal(left.PartitionKey, right.PartitionKey) is not 0 and var order ? order : string.CompareOrdinal(left.RowKey, right.RowKey));

    public static FakeEntity Of(ITableEntity sent, ETag etag)
    {
        var entity = (TableEntity)sent;
        return new(
            entity.PartitionKey,
            entity.RowKey,
            etag,
            [
                .. entity.Keys.Except([nameof(PartitionKey), nameof(RowKey)], StringComparer.Ordinal)
                    .Select(key => KeyValuePair.Create(key, (string)entity[key]!)),
            ]);
    }

    public static FakeEntity At(string partitionKey, string rowKey) => new(partitionKey, rowKey, default, []);

    /// <summary>About what it is on the wire: JSON, its special and its foreign characters as six each.</summary>
    public int WireBytes => 400 + Properties.Sum(property => property.Key.Length + JavaScriptEncoder.Default.Encode(property.Value).Length + 8);

    private int StoredBytes =>
        4 + ((PartitionKey.Length + RowKey.Length) * 2) + Properties.Sum(property => 12 + (property.Key.Length * 2) + (property.Value.Length * 2));

    /// <summary>Why the service would not take it; null when it would.</summary>
    public string? Refusal() =>
        PartitionKey.Length > 512 || RowKey.Length > 512 ? "KeyValueTooLarge"
        : Properties.Any(property => property.Value.Length > 32 * 1024) ? "PropertyValueTooLarge"
        : Properties.Count > 252 ? "TooManyProperties"
        : StoredBytes > 1024 * 1024 ? "EntityTooLarge"
        : Properties.All(property => IsText(property.Value)) ? null
        : "InvalidInput";

    public TableEntity Read()
    {
        var entity = new TableEntity(PartitionKey, RowKey) { ETag = ETag };
        foreach (var (key, value) in Properties)
        {
            entity[key] = value;
        }

        return entity;
    }

    private static bool IsText(string value)
    {
        try
        {
            return Strict.GetByteCount(value) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

namespace ArrFunctions.Platform;

/// <summary>One change of a row in a batch: <see cref="Insert"/>, <see cref="Replace"/>, <see cref="Upsert"/> or <see cref="Delete"/>.</summary>
public abstract record TableChange
{
    private TableChange(string rowKey) => RowKey = rowKey;

    public string RowKey { get; }

    /// <summary>A new row; conflicts when the row exists.</summary>
    public sealed record Insert(string RowKey, string Content) : TableChange(RowKey);

    /// <summary>New content for the row that was read with this ETag; conflicts when it has changed since or is gone.</summary>
    public sealed record Replace(string RowKey, string Content, string ETag) : TableChange(RowKey);

    /// <summary>A new row, or new content for the one that is there, whatever it holds.</summary>
    public sealed record Upsert(string RowKey, string Content) : TableChange(RowKey);

    /// <summary>Removes the row. With an ETag it conflicts when the row has changed or is gone; without one an absent row is fine.</summary>
    public sealed record Delete(string RowKey, string? ETag = null) : TableChange(RowKey);

    internal string? NewContent => this switch
    {
        Insert insert => insert.Content,
        Replace replace => replace.Content,
        Upsert upsert => upsert.Content,
        _ => null,
    };

    /// <summary>Why this change cannot be made to a row with this ETag (null: no such row); null when it can.</summary>
    internal TableConflict? ConflictWith(string? currentETag) => this switch
    {
        Insert => currentETag is null ? null : TableConflict.RowExists,
        Replace replace => Compare(replace.ETag, currentETag),
        Delete { ETag: { } expected } => Compare(expected, currentETag),
        _ => null,
    };

    private static TableConflict? Compare(string expected, string? current) =>
        current is null ? TableConflict.RowMissing
        : string.Equals(expected, current, StringComparison.Ordinal) ? null
        : TableConflict.RowChanged;
}

namespace ArrFunctions.Platform;

/// <summary>Row keys from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive), compared ordinally; null leaves an end open.</summary>
public readonly record struct RowKeyRange(string? From, string? To)
{
    /// <summary>Above every key, since those are printable ASCII.</summary>
    private const string End = "\u007f";

    public static RowKeyRange All => default;

    internal string Lower => From ?? "";

    internal string Upper => To ?? End;

    /// <summary>Every key that begins with <paramref name="prefix"/>.</summary>
    public static RowKeyRange Prefix(string prefix) =>
        prefix is "" ? All : new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    /// <summary>What is left of the range behind <paramref name="rowKey"/>: a blank is the lowest character a key can go on with.</summary>
    internal RowKeyRange After(string rowKey) => this with { From = rowKey + " " };
}

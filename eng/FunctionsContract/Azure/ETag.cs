namespace Azure;

public readonly struct ETag(string etag) : IEquatable<ETag>
{
    public static readonly ETag All = new("*");

    private readonly string? value = etag;

    public bool Equals(ETag other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is ETag other && Equals(other);

    public override int GetHashCode() => value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => value ?? "";
}

using System.Text;

namespace ArrFunctions.Tests.Witness;

/// <summary>One element as it stands in the file.</summary>
internal sealed record MatroskaElement
{
    public required uint Id { get; init; }

    /// <summary>Of the identifier, from the start of the file.</summary>
    public required long Offset { get; init; }

    public required int HeaderLength { get; init; }

    /// <summary>Bytes of the size coding.</summary>
    public required int SizeLength { get; init; }

    public required bool UnknownSize { get; init; }

    public required long DataLength { get; init; }

    /// <summary>Null for masters, for Void, and for what is too long to be looked at.</summary>
    public byte[]? Data { get; init; }

    public IReadOnlyList<MatroskaElement> Children { get; init; } = [];

    public long DataOffset => Offset + HeaderLength;

    public long End => DataOffset + DataLength;

    public string Name => MatroskaSchema.NameOf(Id);

    /// <summary>The number this element holds; without data its default, or 0 (RFC 8794, 6.1).</summary>
    public ulong Number => Data is { Length: > 0 } data
        ? data.Aggregate(0UL, (value, octet) => (value << 8) | octet)
        : MatroskaSchema.DefaultOf(Id) ?? 0;

    public IReadOnlyList<MatroskaElement> All(uint id) => [.. Children.Where(child => child.Id == id)];

    /// <summary>The only child of that kind, or null; two of them fail the test.</summary>
    public MatroskaElement? Child(uint id)
    {
        var found = All(id);
        if (found.Count > 1)
        {
            Assert.Fail($"{MatroskaSchema.NameOf(id)} stands {found.Count} times in {Name} at {Offset}.");
        }

        return found is [var only] ? only : null;
    }

    /// <summary>The number that counts: the child's, or its default when it is absent or empty; null when there is neither.</summary>
    public ulong? Effective(uint id) => Child(id)?.Number ?? MatroskaSchema.DefaultOf(id);

    public string? Text(uint id) => Child(id)?.Data is { } data ? Encoding.UTF8.GetString(data).TrimEnd('\0') : null;

    public override string ToString() => $"{Name} at {Offset}";
}

namespace ArrFunctions.Ops.Access;

/// <summary>What came of giving a key a new text.</summary>
internal abstract record KeyRotation
{
    private KeyRotation()
    {
    }

    /// <param name="Key">The new one, with the name of the old one.</param>
    internal sealed record Rotated(AccessKey Key) : KeyRotation;

    internal sealed record NotFound : KeyRotation;

    /// <summary>It has a successor already: the successor can be rotated.</summary>
    internal sealed record Replaced(AccessKey Key) : KeyRotation;

    internal sealed record Expired(AccessKey Key) : KeyRotation;
}

namespace ArrFunctions.Ops.Access;

/// <summary>What the signature of a request is worth.</summary>
internal abstract record SignatureCheck
{
    private SignatureCheck()
    {
    }

    /// <summary>There is none, or none is accepted here.</summary>
    internal sealed record Absent : SignatureCheck;

    /// <param name="Canonical">The same for a replay of the request, another for every other one.</param>
    internal sealed record Right(string Canonical) : SignatureCheck;

    /// <param name="Reason">For the log: which rule was broken, and nothing of what was sent.</param>
    internal sealed record Wrong(string Reason) : SignatureCheck;

    /// <summary>The body has more bytes than are read.</summary>
    internal sealed record TooLarge : SignatureCheck;
}

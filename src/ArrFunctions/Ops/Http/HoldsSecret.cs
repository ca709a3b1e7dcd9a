namespace ArrFunctions.Ops.Http;

/// <summary>Marks a route whose answer holds a secret beside words of the request. It is not compressed: the length of the one would tell of the other (BREACH).</summary>
internal sealed record HoldsSecret;

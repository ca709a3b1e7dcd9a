namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>A session that has not ended, with its key.</summary>
/// <param name="Expires">When it ends however much it is used.</param>
internal sealed record SignedIn(SessionToken Token, AccessKey Key, DateTimeOffset Expires);

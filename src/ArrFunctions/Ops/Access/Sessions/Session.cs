namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>Somebody who signed in, as it is stored: what he may do is what his key may do now.</summary>
/// <param name="KeyId">The key that he signed in with.</param>
/// <param name="Created">When he did.</param>
/// <param name="Used">When the session was used last, give or take an hour in a day of <see cref="AccessOptions.SessionIdle"/>.</param>
internal sealed record Session(string KeyId, DateTimeOffset Created, DateTimeOffset Used)
{
    /// <summary>When it ends unless it is used, or its key ends before.</summary>
    public DateTimeOffset Ends(AccessOptions options) =>
        Used + options.SessionIdle is var idle && Lifetime(options) is var life && idle < life ? idle : life;

    /// <summary>When it ends however much it is used.</summary>
    public DateTimeOffset Lifetime(AccessOptions options) => Created + options.SessionLifetime;
}

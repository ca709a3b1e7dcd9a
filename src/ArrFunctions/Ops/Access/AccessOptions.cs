namespace ArrFunctions.Ops.Access;

/// <summary>Settings of keys and their limits (section <c>Access</c>).</summary>
public sealed record AccessOptions
{
    /// <summary><c>Access:Failures</c>: wrong keys of one client within a minute that are answered with 401; further ones get 429.</summary>
    public int Failures { get; init; } = 20;

    /// <summary><c>Access:BatchPerMinute</c>: batches that one key may begin within a minute.</summary>
    public int BatchPerMinute { get; init; } = 10;

    /// <summary><c>Access:SecretKey</c>: what stored secrets are encrypted with, 32 bytes in base64; null: the file <c>secret-key</c> in the data folder. Secret.</summary>
    public string? SecretKey { get; init; }

    /// <summary><c>Access:SessionIdle</c>: a session that was not used for so long ends.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromDays(7);

    /// <summary><c>Access:SessionLifetime</c>: a session ends then, however much it is used.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(30);

    public override string ToString() => nameof(AccessOptions);
}

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

    public override string ToString() => nameof(AccessOptions);
}

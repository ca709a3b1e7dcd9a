namespace ArrFunctions.Ops.Access;

/// <summary>A key as everybody may know it: everything but its text.</summary>
/// <param name="Id">The first half of the hash, 32 hexadecimal digits. It says nothing about the text, which is 256 random bits.</param>
/// <param name="Name">What people call it; see <see cref="KeyName"/>.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From then on it is worth nothing; null: never.</param>
/// <param name="Instance">Of a webhook key: the one instance that it may post for; null: for all.</param>
/// <param name="ReplacedBy">Id of the key that a rotation made in its place.</param>
internal sealed record AccessKey(
    string Id, string Name, Role Role, DateTimeOffset Created, DateTimeOffset? Expires = null, string? Instance = null, string? ReplacedBy = null)
{
    public bool HasExpired(DateTimeOffset now) => Expires <= now;

    /// <summary>An admin key that will be one tomorrow too.</summary>
    public bool IsLastingAdmin => this is { Role: Role.Admin, Expires: null };
}

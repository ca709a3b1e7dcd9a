using System.Security.Claims;

namespace ArrFunctions.Ops.Access;

/// <summary>Who is calling, as events name it.</summary>
internal static class Caller
{
    public const string Signature = "webhook:signature";

    private const string KeyPrefix = "key:";
    private const string KeyIdClaim = "keyId";
    private const string InstanceClaim = "instance";

    public static ClaimsPrincipal Of(AccessKey key) => New(
        KeyPrefix + key.Name, key.Role, [new Claim(KeyIdClaim, key.Id), .. key.Instance is null ? [] : (Claim[])[new Claim(InstanceClaim, key.Instance)]]);

    /// <summary>A sender that signed its request.</summary>
    public static ClaimsPrincipal Signed() => New(Signature, Role.Webhook, []);

    /// <summary><c>key:{name}</c> or <c>webhook:signature</c>; <c>anonymous</c> where a route asks for no key.</summary>
    public static string Actor(this ClaimsPrincipal principal) => principal.Identity?.Name ?? "anonymous";

    /// <summary>What the key is called; null without one.</summary>
    public static string? KeyName(this ClaimsPrincipal principal) =>
        principal.Actor() is var actor && actor.StartsWith(KeyPrefix, StringComparison.Ordinal) ? actor[KeyPrefix.Length..] : null;

    public static Role? HeldRole(this ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    /// <summary>What is counted where each key has a limit of its own; null without a key.</summary>
    public static string? KeyId(this ClaimsPrincipal principal) => principal.FindFirstValue(KeyIdClaim);

    /// <summary>The one instance that the caller may post for; null: it is bound to none.</summary>
    public static string? BoundInstance(this ClaimsPrincipal principal) => principal.FindFirstValue(InstanceClaim);

    /// <summary>The caller as the subject of a sentence.</summary>
    public static string Describe(this ClaimsPrincipal principal) =>
        principal.KeyName() is { } name ? $"the key '{name}'" : "a signed request";

    private static ClaimsPrincipal New(string actor, Role role, Claim[] more) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, actor), new Claim(ClaimTypes.Role, role.ToString()), .. more], KeyAuthenticationHandler.SchemeName));
}

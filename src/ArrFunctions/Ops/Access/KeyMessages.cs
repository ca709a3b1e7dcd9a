using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Access;

/// <summary>Answer of <c>GET keys</c>.</summary>
internal sealed record KeyList(IReadOnlyList<KeyView> Keys);

/// <summary>A key in a list.</summary>
/// <param name="ReplacedBy">Id of the key that took its place; it works until <paramref name="Expires"/>.</param>
internal sealed record KeyView(
    string Id, string Name, Role Role, DateTimeOffset Created, DateTimeOffset? Expires, string? Instance, string? ReplacedBy, KeyUse? LastUsed)
{
    public static KeyView Of(AccessKey key, IReadOnlyDictionary<string, KeyUse> uses) =>
        new(key.Id, key.Name, key.Role, key.Created, key.Expires, key.Instance, key.ReplacedBy, uses.GetValueOrDefault(key.Id));
}

/// <summary>Body of <c>POST keys</c>. A member that is not known is refused: it may be a limit that the sender relies on.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewKey(string? Name, Role? Role, DateTimeOffset? Expires = null, string? Instance = null);

/// <summary>Body of <c>POST keys/{id}/rotate</c>.</summary>
/// <param name="Overlap">How long the old text works on: 1h, 7d; null: not at all.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RotationRequest(string? Overlap);

/// <summary>Answer of <c>POST keys</c> and <c>POST keys/{id}/rotate</c>, the only ones that ever hold the text of a key.</summary>
internal sealed record CreatedKey(string Id, string Name, Role Role, DateTimeOffset? Expires, string? Instance, string Key)
{
    public static CreatedKey Of(AccessKey key, KeyText text) => new(key.Id, key.Name, key.Role, key.Expires, key.Instance, text.Text);

    public override string ToString() => nameof(CreatedKey);
}

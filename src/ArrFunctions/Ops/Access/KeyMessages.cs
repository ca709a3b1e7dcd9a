using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Access;

/// <summary>Answer of <c>GET keys</c>.</summary>
internal sealed record KeyList(IReadOnlyList<AccessKey> Keys);

/// <summary>Body of <c>POST keys</c>. A member that is not known is refused: it may be a limit that the sender relies on.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewKey(string? Name, Role? Role);

/// <summary>Answer of <c>POST keys</c>, the only one that ever holds the text of a key.</summary>
internal sealed record CreatedKey(string Id, string Name, Role Role, string Key)
{
    public override string ToString() => nameof(CreatedKey);
}

using System.Text.Json.Serialization;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>Body of <c>POST session</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SignInRequest(string? Key)
{
    public override string ToString() => nameof(SignInRequest);
}

/// <summary>Who is signed in.</summary>
/// <param name="Name">Of the key.</param>
/// <param name="Expires">When the session ends however much it is used; null where a key was sent.</param>
/// <param name="CsrfToken">For the header <c>X-CSRF-Token</c> of every change; null where a key was sent.</param>
/// <param name="Version">Of the program.</param>
internal sealed record SessionView(string? Name, Role? Role, DateTimeOffset? Expires, string? CsrfToken, string Version)
{
    public static SessionView Of(SignedIn signedIn) => new(signedIn.Key.Name, signedIn.Key.Role, signedIn.Expires, signedIn.Token.Csrf, StateHeader.ProductVersion);

    public override string ToString() => nameof(SessionView);
}

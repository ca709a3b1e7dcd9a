using System.Security.Claims;
using System.Text.Encodings.Web;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ArrFunctions.Ops.Access;

/// <summary>Finds out who is calling, and tells a caller that is refused why.</summary>
/// <remarks>
/// Any right key wins, and wrong ones beside it do no harm: a sender may carry one for a proxy in front. Of several right ones the first counts,
/// in the order of <see cref="PresentedKeys"/>. The cookie of a session is looked at only when no key is right, and a signature only without both.
/// </remarks>
internal sealed class KeyAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KeyLookUp keys,
    SessionCheck sessions,
    FailedAttempts attempts,
    WebhookSignature signatures)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    /// <summary>Not Basic, which is accepted: browsers would open their own prompt.</summary>
    private const string Challenge = "ApiKey realm=\"arrfunctions\"";

    private const string HowToSend = "Send a key in the header X-Api-Key or x-functions-key, as a Bearer token, or as the password of Basic authentication.";

    private IResult refusal = Problem.Of(StatusCodes.Status401Unauthorized, "keyMissing", $"This address asks for a key, and none was sent. {HowToSend}");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            return await FindCallerAsync();
        }
        catch (StoreException) when (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            // A probe that sends a key is answered as one that sends none: the program is there.
            return AuthenticateResult.NoResult();
        }
    }

    private async Task<AuthenticateResult> FindCallerAsync()
    {
        var presented = PresentedKeys.In(Request);
        var (key, expired) = await keys.FindAsync(presented, Context.Connection.RemoteIpAddress, Context.RequestAborted);
        if (key is not null)
        {
            return Success(Caller.Of(key));
        }

        switch (await sessions.CheckAsync(Context))
        {
            case SessionOutcome.Right right:
                return Success(Caller.Of(right.Key));
            case SessionOutcome.Refused refused when presented is []:
                refusal = refused.Answer;
                return AuthenticateResult.Fail(refused.Reason);
        }

        switch (await signatures.CheckAsync(Request))
        {
            case SignatureCheck.Right right:
                Context.Items[WebhookSignature.Item] = right.Canonical;
                return Success(Caller.Signed());
            case SignatureCheck.Wrong wrong:
                return Wrong(
                    "keyWrong",
                    "The signature of the request is not right, or not within 5 minutes of now. Check the secret and the clock of the sender.",
                    wrong.Reason);
            case SignatureCheck.TooLarge:
                return Refused(
                    StatusCodes.Status413PayloadTooLarge,
                    "bodyTooLarge",
                    "The body is larger than Webhooks__MaxBody, so its signature was not checked. Send less, or raise the setting.",
                    "the body is larger than the limit");
            default:
                return presented is [] ? AuthenticateResult.NoResult()
                    : expired is not null ? Wrong("keyExpired", KeyRefusal.Expired(expired), "the key has expired")
                    : Wrong("keyWrong", $"The key that was sent is not known here. {HowToSend}", "the key is not known");
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Challenge;
        return refusal.ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var held = Context.User.HeldRole();
        var needed = NeededRoles().FirstOrDefault(role => held?.Includes(role) is not true, Role.Admin);
        return Problem.Of(
            StatusCodes.Status403Forbidden,
            "roleMissing",
            $"This needs the role {needed.Word()}, and {Context.User.Describe()} has the role {held?.Word() ?? "none"}. Use a key that has the role.").ExecuteAsync(Context);
    }

    /// <summary>What the route asks for; no route asks for as much as the fallback policy does.</summary>
    private IEnumerable<Role> NeededRoles() => (Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [])
        .Select(data => Enum.TryParse<Role>(data.Policy, out var role) ? role : Role.Admin)
        .Append(Role.Admin);

    private static AuthenticateResult Success(ClaimsPrincipal caller) => AuthenticateResult.Success(new AuthenticationTicket(caller, SchemeName));

    private AuthenticateResult Wrong(string code, string detail, string reason)
    {
        refusal = KeyRefusal.Of(Context, attempts, code, detail);
        return AuthenticateResult.Fail(reason);
    }

    private AuthenticateResult Refused(int status, string code, string detail, string reason)
    {
        refusal = Problem.Of(status, code, detail);
        return AuthenticateResult.Fail(reason);
    }
}

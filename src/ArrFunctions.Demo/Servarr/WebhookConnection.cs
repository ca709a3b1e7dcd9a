namespace ArrFunctions.Demo.Servarr;

/// <summary>A connection of the kind Webhook, as a user fills it in.</summary>
public sealed record WebhookConnection(Uri Url)
{
    /// <summary>POST or PUT.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    public string UserName { get; init; } = "";

    /// <summary>Secret.</summary>
    public string Password { get; init; } = "";

    /// <summary>Secret.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Without what may be secret.</summary>
    public override string ToString() => $"{Method} {Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}";
}

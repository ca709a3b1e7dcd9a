using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Takes out of a text what looks like a secret, the keys of the instances, and what the addresses of the targets hold.</summary>
internal sealed class NotificationSecrets(Live<NotificationsOptions> options, Live<ServarrOptions> servarr)
{
    private const string Gone = "***";

    /// <summary>Shorter ones are words: the topic of ntfy, <c>api</c>, <c>webhooks</c>.</summary>
    private const int ShortestPart = 12;

    private const int ShortestToken = 4;

    /// <summary>A topic may be called so, and the title of every message is.</summary>
    private const string Product = "ArrFunctions";

    public string Hide(string text)
    {
        foreach (var secret in options.Value.Targets.SelectMany(Of).OrderByDescending(static secret => secret.Length))
        {
            text = text.Replace(secret, Gone, StringComparison.OrdinalIgnoreCase);
        }

        return Redaction.Redact(text, servarr.Value.Instances);
    }

    /// <summary>The same, for what was said about a call of one target: nothing that stands behind its host is left, a short topic neither.</summary>
    public string Hide(NotificationTarget target, string text)
    {
        foreach (var path in (string[])[target.Url.PathAndQuery, target.Url.AbsolutePath, Uri.UnescapeDataString(target.Url.AbsolutePath), target.Url.UserInfo])
        {
            text = path.Length > 1 ? text.Replace(path, path[0] is '/' ? $"/{Gone}" : Gone, StringComparison.OrdinalIgnoreCase) : text;
        }

        return Hide(text);
    }

    private static IEnumerable<string> Of(NotificationTarget target) =>
    [
        .. target.Token is { Length: >= ShortestToken } token ? (string[])[token, Uri.EscapeDataString(token)] : [],
        .. target.Url.UserInfo.Split(':').SelectMany(static part => (string[])[part, Uri.UnescapeDataString(part)]).Where(static part => part.Length >= ShortestToken),
        .. target.Url.PathAndQuery.Split('/', '?', '&', '=').Concat([target.Url.AbsoluteUri, target.Url.PathAndQuery.Trim('/')])
            .SelectMany(static part => (string[])[part, Uri.UnescapeDataString(part)]).Where(static part => part.Length >= ShortestPart && !part.Equals(Product, StringComparison.OrdinalIgnoreCase)),
    ];
}

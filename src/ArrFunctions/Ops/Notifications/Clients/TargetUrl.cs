namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Addresses made of the one that is configured. What stands in its query stays there.</summary>
internal static class TargetUrl
{
    /// <summary>With these in its query, in the place of what it has of the same names.</summary>
    public static Uri With(Uri url, params (string Name, string Value)[] query)
    {
        var kept = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !query.Any(each => string.Equals(each.Name, Uri.UnescapeDataString(pair.Split('=')[0]), StringComparison.OrdinalIgnoreCase)));
        return new UriBuilder(Bare(url))
        {
            Query = string.Join('&', kept.Concat(query.Select(static each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"))),
        }.Uri;
    }

    /// <summary>With a word behind its path.</summary>
    public static Uri Below(Uri url, string word) => new UriBuilder(Bare(url)) { Path = $"{url.AbsolutePath.TrimEnd('/')}{(word.Length > 0 ? $"/{word}" : "")}" }.Uri;

    /// <summary>Without a user, a password and a fragment.</summary>
    private static Uri Bare(Uri url) => new UriBuilder(url) { UserName = "", Password = "", Fragment = "" }.Uri;
}

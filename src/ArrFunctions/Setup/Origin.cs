namespace ArrFunctions.Setup;

/// <summary>Whether two addresses are of one server: scheme, host and port.</summary>
internal static class Origin
{
    public static bool IsSame(Uri url, string? other) => Uri.TryCreate(other, UriKind.Absolute, out var known) && IsSame(url, known);

    public static bool IsSame(Uri url, Uri other) => url.Scheme == other.Scheme && url.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase) && url.Port == other.Port;
}

namespace ArrFunctions.Ops.Configuration;

/// <summary>Whether two instances, or two media servers, have one address.</summary>
internal static class AddressChecks
{
    public static void Run(ConfigurationResult.Valid valid, Findings findings)
    {
        Check(valid, valid.Options.Servarr.Instances.Select(static instance => (instance.Name, instance.Url)), findings);
        Check(valid, valid.Options.MediaServers.Servers.Select(static server => (server.Name, server.Url)), findings);
    }

    private static void Check(ConfigurationResult.Valid valid, IEnumerable<(string Name, Uri Url)> all, Findings findings)
    {
        foreach (var same in all.GroupBy(static one => one.Url.AbsoluteUri.TrimEnd('/'), StringComparer.OrdinalIgnoreCase).Where(static same => same.Count() > 1))
        {
            var name = string.Join(" and ", same.Select(static one => one.Name));
            findings.Warn("sameUrl", $"{name} have the same URL, so that everything is done twice. Remove one of them.", valid.Layers.LastPlace(text => IsAt(text, same.Key)));
        }
    }

    private static bool IsAt(string text, string address) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.AbsoluteUri.TrimEnd('/').Equals(address, StringComparison.OrdinalIgnoreCase);
}

using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>The Prowlarr that proposals are for.</summary>
internal sealed class DiscoveryTarget(ServarrClients clients, Live<IndexersOptions> options)
{
    /// <exception cref="SourceException">There is none, or it is not clear which one is meant.</exception>
    public ServarrClient Client
    {
        get
        {
            var all = clients.All.Where(client => client.Instance.Service is ServarrService.Prowlarr).ToList();
            if (options.Value.Discovery.Instance is { } name)
            {
                return all.Find(client => client.Instance.Name == name)
                    ?? throw new SourceException($"{DiscoverySettings.InstanceKey} names '{name}', and no Prowlarr is called so");
            }

            return all switch
            {
                [var only] => only,
                [] => throw new SourceException("no Prowlarr is configured: set PROWLARR_URL and PROWLARR_API_KEY"),
                _ => throw new SourceException(
                    $"there are {all.Count} Prowlarrs: set {DiscoverySettings.InstanceKey} to one of {string.Join(", ", all.Select(client => client.Instance.Name))}"),
            };
        }
    }
}

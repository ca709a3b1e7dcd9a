using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Servarr;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Keys that are in use, and to whom they are sent. A candidate that takes over a key without naming it would carry it to whomever it names.</summary>
internal sealed class KeptKeys(ArrFunctionsOptions? running)
{
    public bool MayBeAsked(Instance instance) =>
        (running?.Servarr.Instances ?? []).Where(known => known.ApiKey == instance.ApiKey).Select(static known => known.Url).ToList() is var urls
        && (urls is [] || urls.Contains(instance.Url));

    public bool MayBeAsked(MediaServer server) =>
        (running?.MediaServers.Servers ?? []).Where(known => known.ApiKey == server.ApiKey).Select(static known => known.Url).ToList() is var urls
        && (urls is [] || urls.Contains(server.Url));

    public bool MayBeAsked(TmdbOptions tmdb) =>
        running?.Tmdb is not { } known || known.Url == tmdb.Url
        || ((tmdb.AccessToken is null || tmdb.AccessToken != known.AccessToken) && (tmdb.ApiKey is null || tmdb.ApiKey != known.ApiKey));

    /// <summary>Of those who are not asked.</summary>
    public IEnumerable<string> Objections(ArrFunctionsOptions options) =>
    [
        .. options.Servarr.Instances.Where(instance => !MayBeAsked(instance)).Select(static instance => Sentence($"{instance.Name} at {instance.Url}")),
        .. options.MediaServers.Servers.Where(server => !MayBeAsked(server)).Select(static server => Sentence($"{server.Name} at {server.Url}")),
        .. MayBeAsked(options.Tmdb) ? [] : (string[])[Sentence($"Tmdb:Url at {options.Tmdb.Url}")],
    ];

    private static string Sentence(string who) =>
        $"{who} was not asked: its key is in use for another address, and goes to no new one before the configuration says so. Ask it on the machine: config validate --connect.";
}

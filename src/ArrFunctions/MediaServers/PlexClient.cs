using System.Text.Json;
using ArrFunctions.Servarr;

namespace ArrFunctions.MediaServers;

/// <summary>Plex: <c>GET library/sections/{key}/refresh?path=</c> looks again at one folder of one library.</summary>
internal sealed class PlexClient(MediaServer server, MediaServerHttp http, TimeProvider time) : IMediaServerClient
{
    private static readonly TimeSpan SectionsKept = TimeSpan.FromMinutes(10);

    private Sections? kept;

    public async Task<string> TellAsync(string localPath, CancellationToken cancellationToken)
    {
        var folder = FolderPair.Map(server.PathMappings, Path.GetDirectoryName(localPath)!);
        var locations = await LocationsAsync(cancellationToken);
        var section = Closest(locations, folder) ?? throw NoLibrary(locations, folder);
        var refresh = $"library/sections/{Uri.EscapeDataString(section)}/refresh?path={Uri.EscapeDataString(folder)}";
        await http.SendAsync(HttpMethod.Get, refresh, json: null, cancellationToken);
        return $"{server} looks again at {folder}";
    }

    /// <summary>The key of the section with the deepest location that holds the folder.</summary>
    private static string? Closest(IReadOnlyList<Location> locations, string folder) => RemotePath.Parse(folder) is { } path
        ? locations
            .Where(location => RemotePath.Parse(location.Path) is { } root && path.IsWithin(root))
            .MaxBy(location => RemotePath.Parse(location.Path)!.Components.Count)?.Section
        : null;

    private async Task<IReadOnlyList<Location>> LocationsAsync(CancellationToken cancellationToken)
    {
        if (kept is { } sections && time.GetUtcNow() < sections.Until)
        {
            return sections.Locations;
        }

        var reply = await http.SendAsync(HttpMethod.Get, "library/sections", json: null, cancellationToken);
        kept = new(Read(reply.Body), time.GetUtcNow() + SectionsKept);
        return kept.Locations;
    }

    private List<Location> Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PlexJson.Default.PlexSections)?.MediaContainer is { } container
                ? [.. (container.Directory ?? []).SelectMany(
                    section => section?.Location ?? [], (section, location) => new Location(section?.Key ?? "", location?.Path ?? ""))]
                : throw new JsonException();
        }
        catch (JsonException failure)
        {
            throw new MediaServerException(
                $"{server} is not what answers at {server.Url.OriginalString}, which sent no list of libraries: check {server.Variable}__Url", failure);
        }
    }

    private MediaServerException NoLibrary(IReadOnlyList<Location> locations, string folder)
    {
        var there = locations.Count == 0 ? "it has no libraries" : $"its libraries lie in {string.Join(", ", locations.Take(5).Select(location => location.Path))}";
        return new(
            $"{server} has no library that holds {folder}, {there}: "
            + $"set {server.Variable}__PathMappings__0 to the folder here, = and the folder there, such as /data/tv=/media/tv");
    }

    private sealed record Sections(IReadOnlyList<Location> Locations, DateTimeOffset Until);

    private sealed record Location(string Section, string Path);
}

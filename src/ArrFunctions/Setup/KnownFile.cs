using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Finds a file that an instance imported lately and still has.</summary>
internal sealed class KnownFile(TimeProvider time)
{
    private const int MostLooks = 5;

    /// <summary>A year of a large library is a long list, and seldom needed.</summary>
    private static readonly TimeSpan[] Periods = [TimeSpan.FromDays(14), TimeSpan.FromDays(365)];

    /// <returns>Null when there is none.</returns>
    /// <exception cref="ServarrException">The instance cannot be asked.</exception>
    public async Task<MediaFileResource?> FindAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        foreach (var period in Periods)
        {
            var newest = new Queue<int>();
            await foreach (var import in client.HistorySinceAsync(time.GetUtcNow() - period, cancellationToken))
            {
                if (import.Data?.FileId is > 0 and <= int.MaxValue and var id)
                {
                    newest.Enqueue((int)id);
                    _ = newest.Count > MostLooks && newest.TryDequeue(out _);
                }
            }

            foreach (var id in newest.Reverse())
            {
                if (await FileAsync(client, id, cancellationToken) is { Path: not null } file)
                {
                    return file;
                }
            }
        }

        return null;
    }

    private static Task<MediaFileResource?> FileAsync(ServarrClient client, int id, CancellationToken cancellationToken) =>
        client.Instance.Service is ServarrService.Sonarr ? client.EpisodeFileAsync(id, cancellationToken) : client.MovieFileAsync(id, cancellationToken);
}

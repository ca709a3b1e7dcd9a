using System.Globalization;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Webhooks;

/// <summary>Finds imports in the histories of Sonarr and Radarr that no event told of, and makes their jobs.</summary>
internal sealed partial class Reconciliation(
    ServarrClients clients, Live<ServarrOptions> servarr, Live<AudioOptions> audio, JobLedger ledger, ReconciliationCursors cursors, TimeProvider clock, ILogger<Reconciliation> logger)
{
    /// <summary>So much is read twice: an entry can become visible after a newer one.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private IEnumerable<ServarrClient> Asked => clients.All.Where(client => client.Instance.Service is not ServarrService.Prowlarr);

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Asked.Any());

    /// <returns>What was found, for people, instance by instance.</returns>
    /// <exception cref="ServarrException">None of them could be asked.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (outcomes, failures) = (new List<string>(), new List<ServarrException>());
        foreach (var client in Asked)
        {
            try
            {
                outcomes.Add(await ReconcileAsync(client, cancellationToken));
            }
            catch (ServarrException failure)
            {
                Log.NotAsked(logger, client.Instance.Name, failure.Message);
                outcomes.Add(failure.Message.TrimEnd('.'));
                failures.Add(failure);
            }
        }

        if (failures.Count > 0 && failures.Count == outcomes.Count)
        {
            throw new ServarrException(string.Join("; ", outcomes), failures[0].Fault); // The account of the schedule tells that nobody was heard.
        }

        return outcomes is [] ? "no Sonarr and no Radarr is configured with a URL and a key" : string.Join("; ", outcomes);
    }

    private async Task<string> ReconcileAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var name = client.Instance.Name;
        var now = clock.GetUtcNow();
        if (await cursors.FindAsync(name, cancellationToken) is not { } since)
        {
            await cursors.MoveAsync(name, now, cancellationToken);
            return $"{name}: begun, imports from now on are looked for";
        }

        // A clock, theirs or ours, may have been ahead: nothing is waited for until that time comes.
        since = since > now ? now : since;
        var history = await client.HistorySinceAsync(since, cancellationToken).ToListAsync(cancellationToken);
        var imports = history.Select(HistoryImport.Of).OfType<HistoryImport>().DistinctBy(import => (import.File.FileId, import.File.Path, import.File.Size)).ToList();
        var missed = 0;
        foreach (var import in imports)
        {
            missed += await SubmitIfMissedAsync(client, import, cancellationToken) ? 1 : 0;
        }

        // Everything found is durable here, and is found again if this is cut off.
        var newest = history.Select(entry => entry.Date).Append(since).Max();
        newest = newest > now ? now : newest;
        if (newest - since > Overlap)
        {
            await cursors.MoveAsync(name, newest - Overlap, cancellationToken);
        }

        if (missed > 0)
        {
            Log.Missed(logger, name, missed);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {imports.Count} {(imports.Count == 1 ? "import" : "imports")}, {missed} {(missed == 1 ? "was" : "were")} missed");
    }

    private async Task<bool> SubmitIfMissedAsync(ServarrClient client, HistoryImport import, CancellationToken cancellationToken)
    {
        var announced = JobOf(client, import.File, import.Subject);
        if (await ledger.FindAsync(announced.Id, cancellationToken) is not null || await NowAsync(client, import.File, cancellationToken) is not { } now)
        {
            return false;
        }

        // It lies elsewhere or was replaced since; it is still the job of this import, so that a late event finds it.
        var job = JobOf(client, now, import.Subject) with
        {
            Id = announced.Id,
            Source = JobSource.Reconciliation,
            Lane = Lane.Normal,
            Title = import.Title,
        };
        return (await ledger.SubmitAsync(job, cancellationToken)).IsNew;
    }

    /// <returns>Null when the file is gone since.</returns>
    private static async Task<FilePayload?> NowAsync(ServarrClient client, FilePayload imported, CancellationToken cancellationToken)
    {
        var id = imported.FileId!.Value;
        var file = client.Instance.Service is ServarrService.Radarr
            ? await client.MovieFileAsync(id, cancellationToken)
            : await client.EpisodeFileAsync(id, cancellationToken);
        return file is null ? null : new() { Id = id, Path = file.Path ?? imported.Path, Size = file.Size ?? imported.Size };
    }

    private NewJob JobOf(ServarrClient client, FilePayload file, MediaSubject subject) => ImportedFiles.Job(
        file, PathMappings.Map(servarr.Value.PathMappings, client.Instance.Name, file.Path), subject, client.Instance.Name, audio.Value.Roots);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Instance} imported {Missed} files that no webhook told of; their jobs are queued.")]
        public static partial void Missed(ILogger logger, string instance, int missed);

        [LoggerMessage(LogLevel.Warning, "The history of {Instance} was not read: {Reason}")]
        public static partial void NotAsked(ILogger logger, string instance, string reason);
    }
}

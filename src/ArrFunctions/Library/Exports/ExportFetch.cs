using ArrFunctions.Jobs;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Fetches the files of some movies, or of a series, and enters what changed; or works out scores from what is stored. May be cut off and done again.</summary>
internal sealed class ExportFetch(ServarrClients clients, LibraryStore store, TimeProvider clock)
{
    /// <summary>An import may be entered at the same time.</summary>
    private const int Attempts = 5;

    public async Task<JobOutcome> RunAsync(Job job, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (ExportItem.Parse(job.Path) is not { } item || clients.Of(item.Instance) is not { Instance.Service: not ServarrService.Prowlarr } client)
        {
            return new JobOutcome.Failed("noSuchInstance") { Reason = $"no instance of Sonarr or Radarr is called {Quoted.Of(job.Path.Split('/')[0])} any more" };
        }

        try
        {
            var work = new FetchedTitles(client, store, await RulesAsync(client, cancellationToken), job.Batch?.Id, clock);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await (item.IsRefresh ? RefreshAsync(client, work, item.From, job.Created, cancellationToken) : RangeAsync(work, item, progress, cancellationToken));
                    return Outcome(work);
                }
                catch (TableConflictException) when (attempt < Attempts)
                {
                    // What was entered stays; the rest is read anew.
                }
            }
        }
        catch (ServarrException failure)
        {
            return new JobOutcome.Failed("upstream") { Reason = failure.Message };
        }
    }

    private async Task<FetchRules> RulesAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var instance = client.Instance.Name;
        var state = (await store.FindStateAsync(instance, cancellationToken))?.State ?? new();
        return new(state, await store.ProfilesAsync(instance, cancellationToken));
    }

    private async Task RangeAsync(FetchedTitles work, ExportItem item, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var titles = await store.TitlesAsync(item.Instance, item.From, item.To, cancellationToken).ToListAsync(cancellationToken);
        var done = 0;
        foreach (var some in titles.Where(work.IsDue).Select(static known => (known.Title, (string?)known.ETag)).Chunk(ServarrClient.MostMovies))
        {
            await work.FetchAsync(some, cancellationToken);
            progress.Report((double)(done += some.Length) / titles.Count);
        }

        foreach (var title in titles.Where(work.IsToBeRescored))
        {
            await work.RescoreAsync(title, cancellationToken);
            progress.Report((double)++done / titles.Count);
        }
    }

    /// <summary>One movie or series with everything about it, unless it was fetched since it was asked for.</summary>
    private async Task RefreshAsync(ServarrClient client, FetchedTitles work, int id, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var known = await store.FindTitleAsync(client.Instance.Name, id, cancellationToken);
        if (known is var (title, _) && title.Fetched >= asked)
        {
            return;
        }

        if (await TitleAsync(client, id, cancellationToken) is var (now, print))
        {
            var before = known?.Title ?? StoredTitle.New(now, print, asked, asked);
            await work.FetchAsync([(before with { Title = now, Print = print }, known?.ETag)], cancellationToken);
        }
    }

    private static async Task<(LibraryTitle Title, string Print)?> TitleAsync(ServarrClient client, int id, CancellationToken cancellationToken) =>
        client.Instance.Service is ServarrService.Radarr
            ? await client.MovieAsync(id, cancellationToken) is { } movie ? TitleReading.Of(movie) : null
            : await client.SeriesAsync(id, cancellationToken) is { } series ? TitleReading.Of(series) : null;

    private static JobOutcome.Succeeded Outcome(FetchedTitles work) => new(work.Changes > 0 ? JobResult.Changed : JobResult.AlreadyCorrect)
    {
        Reason = $"{work.Files} {(work.Files == 1 ? "file" : "files")}, {(work.Changes == 0 ? "nothing" : work.Changes)} changed",
    };
}

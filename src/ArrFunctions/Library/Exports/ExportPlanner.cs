using System.Runtime.CompilerServices;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Batches of kind export: the movies or series of an instance whose files are to be fetched or scored anew. The path of the batch is the name of the instance.</summary>
internal sealed class ExportPlanner(
    ServarrClients clients, LibraryStore store, ExportStore exports, ExportSurvey survey, ExportFinish finish, TimeProvider clock)
{
    /// <summary>Movies or series of one item whose scores follow from what is stored: some seconds of work.</summary>
    private const int MostRescoredMovies = 2000;
    private const int MostRescoredSeries = 100;

    public BatchPlanner Planner => new(JobKind.Export, Accept, ItemsAsync) { FinishAsync = finish.RunAsync };

    private BatchAcceptance Accept(NewBatch wanted) => clients.Of(wanted.Path)?.Instance switch
    {
        null => new BatchAcceptance.Refused(BatchObjection.NotFound, "noSuchInstance", $"No instance is called {Quoted.Of(wanted.Path)}. There are {Names()}."),
        { Service: ServarrService.Prowlarr } => new BatchAcceptance.Refused(BatchObjection.Invalid, "noLibrary", $"{wanted.Path} is a Prowlarr, which has no files. Name a Sonarr or Radarr: {Names()}."),
        var instance => new BatchAcceptance.Accepted(instance.Name, DryRun: false),
    };

    private string Names() => clients.All.Where(static client => client.Instance.Service is not ServarrService.Prowlarr).Select(static client => client.Instance.Name).ToList() is { Count: > 0 } names
        ? string.Join(", ", names)
        : "none: set SONARR_URL and SONARR_API_KEY, or the same of Radarr";

    private async IAsyncEnumerable<BatchFile> ItemsAsync(
        Batch batch, string? after, Action<string> onUnreadable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (clients.Of(batch.Path) is not { } client || await SurveyAsync(batch, client, onUnreadable, cancellationToken) is not { IsSurveyed: true })
        {
            yield break;
        }

        var isRadarr = client.Instance.Service is ServarrService.Radarr;
        var (mostDue, mostRescored) = isRadarr ? (ServarrClient.MostMovies, MostRescoredMovies) : (1, MostRescoredSeries);
        var (instance, from) = (client.Instance.Name, after is not null && ExportItem.Parse(after) is { To: var last } ? last + 1 : 0);
        var state = (await store.FindStateAsync(instance, cancellationToken))!.Value.State;
        var prints = (await store.ProfilesAsync(instance, cancellationToken)).ToDictionary(static profile => profile.Key, static profile => profile.Value.Print);
        var (first, to, due, rescored) = (0, 0, 0, 0);
        await foreach (var (title, _) in store.TitlesAsync(instance, from, int.MaxValue, cancellationToken))
        {
            var isDue = title.IsDue(state.FullFrom);
            if (!isDue && !title.IsToBeRescored(prints.GetValueOrDefault(title.Title.ProfileId)))
            {
                continue;
            }

            (first, to) = (due + rescored == 0 ? title.Title.Id : first, title.Title.Id);
            (due, rescored) = isDue ? (due + 1, rescored) : (due, rescored + 1);
            if (due == mostDue || rescored == mostRescored)
            {
                yield return new(new ExportItem(instance, first, to).ToString(), Size: 0);
                (due, rescored) = (0, 0);
            }
        }

        if (due + rescored > 0)
        {
            yield return new(new ExportItem(instance, first, to).ToString(), Size: 0);
        }
    }

    /// <summary>An instance that cannot be asked ends its export, which tells why; the next one goes on.</summary>
    private async Task<ExportRun?> SurveyAsync(Batch batch, ServarrClient client, Action<string> onUnreadable, CancellationToken cancellationToken)
    {
        try
        {
            return await survey.RunAsync(batch, client, cancellationToken);
        }
        catch (ServarrException failure)
        {
            onUnreadable(failure.Message);
            await exports.SetAsync(
                new()
                {
                    Id = batch.Id,
                    Instance = client.Instance.Name,
                    Service = client.Instance.Service,
                    Actor = batch.Actor,
                    Started = batch.Created,
                    Trouble = failure.Message,
                    Ended = clock.GetUtcNow(),
                },
                [],
                cancellationToken);
            return null;
        }
    }
}

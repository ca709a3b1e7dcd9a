using ArrFunctions.Jobs;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Takeover;

/// <summary>Takes the history of Arr Score Exporter over: each of its runs is an export of ours with figures, and each change a row of our history. Done again, it adds nothing.</summary>
internal sealed class LibraryTakeover(ITableStore tables, LibraryStore store, HistoryStore history, ExportStore exports, AuditTrail audit)
{
    public const string Actor = "import:arr-score-exporter";

    /// <summary>Runs whose figures are kept, the newest: three years of one a day.</summary>
    private const int MostRuns = 1100;

    /// <param name="instance">Whose history it is.</param>
    /// <param name="rows">Of its service, in the order in which they were written.</param>
    /// <param name="names">Of movies, by id, for those that are not known here.</param>
    /// <param name="apply">False: only looked at.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends it early; what was taken stays, and doing it again goes on.</param>
    /// <exception cref="StoreException">The state cannot be read or written.</exception>
    public async Task<LibraryTaken> RunAsync(
        Instance instance, IAsyncEnumerable<TheirScore> rows, IReadOnlyDictionary<int, string> names, bool apply, string actor, CancellationToken cancellationToken)
    {
        var first = (await store.FindStateAsync(instance.Name, cancellationToken))?.State.First;
        var places = await TakeoverPlaces.ReadAsync(store, instance, names, cancellationToken);
        var taken = new LibraryTaken(instance.Name, 0, 0, 0, 0, 0, 0, From: null, To: null) { NeedsExport = first is null };
        var runs = new Queue<ExportRun>();
        DateOnly? firstDay = null;
        await foreach (var run in RunsAsync(rows, cancellationToken))
        {
            if (run.Ended >= first)
            {
                taken = taken with { Late = taken.Late + 1 };
                continue;
            }

            var export = ToExport(instance, run);
            var changes = run.Changes.Select(change => places.ToChange(change, export.Id)).ToList();
            var placed = changes.OfType<ScoreChange>().ToList();
            var isNew = await WriteAsync(instance.Name, placed, apply, cancellationToken);
            firstDay ??= placed.Count > 0 ? DateOnly.FromDateTime(placed.Min(static change => change.Time).UtcDateTime) : null;
            taken = taken with
            {
                Runs = taken.Runs + 1, Changes = taken.Changes + placed.Count, NewChanges = taken.NewChanges + isNew, Unplaced = taken.Unplaced + changes.Count - placed.Count,
                From = taken.From ?? run.Started, To = run.Ended,
            };
            runs.Enqueue(export with { Changes = CountsOf(placed) });
            if (runs.Count > MostRuns)
            {
                runs.Dequeue();
            }
        }

        taken = taken with { NewRuns = await WriteAsync(runs, apply, cancellationToken) };
        if (apply)
        {
            await EndAsync(taken, firstDay, actor, cancellationToken);
        }

        return taken;
    }

    private static async IAsyncEnumerable<ReplayedRun> RunsAsync(
        IAsyncEnumerable<TheirScore> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var replay = new ScoreReplay();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (replay.Add(row) is { } ended)
            {
                yield return ended;
            }
        }

        if (replay.End() is { } last)
        {
            yield return last;
        }
    }

    private static ExportRun ToExport(Instance instance, ReplayedRun run)
    {
        var id = JobId.Hash(Actor, instance.Name, run.Started.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new()
        {
            Id = id, Instance = instance.Name, Service = instance.Service, Actor = Actor, Started = run.Started, Ended = run.Ended, IsSurveyed = true,
            Scope = ExportScope.Full, Why = "It is a run of Arr Score Exporter, which always asked for everything.", Result = "It was taken over from Arr Score Exporter.",
            Snapshot = new(run.Ended, id, run.Files, Bytes: null, run.Mean, run.Median, AtCutoff: null, run.Negative, Candidates: null, Health: null),
        };
    }

    private static SortedDictionary<string, int> CountsOf(IEnumerable<ScoreChange> changes)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString());
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        return counts;
    }

    /// <returns>How many were not there.</returns>
    private async Task<int> WriteAsync(string instance, List<ScoreChange> changes, bool apply, CancellationToken cancellationToken)
    {
        var missing = new List<ScoreChange>();
        foreach (var change in changes)
        {
            if (await tables.GetAsync(LibraryKeys.Table, instance, LibraryKeys.Change(change.Time, change.Item), cancellationToken) is null)
            {
                missing.Add(change);
            }
        }

        if (apply)
        {
            await store.CommitAsync(
                instance,
                missing.Select(static change => (IReadOnlyList<TableChange>)
                [
                    new TableChange.Upsert(LibraryKeys.Change(change.Time, change.Item), LibraryStore.Json(change, LibraryJson.Default.ScoreChange)),
                    new TableChange.Upsert(LibraryKeys.ChangeOf(change.Item, change.Time), "{}"),
                ]),
                cancellationToken);
        }

        return missing.Count;
    }

    private async Task<int> WriteAsync(Queue<ExportRun> runs, bool apply, CancellationToken cancellationToken)
    {
        var missing = 0;
        foreach (var run in runs)
        {
            if (await exports.FindAsync(run.Instance, run.Id, cancellationToken) is not null)
            {
                continue;
            }

            missing++;
            if (apply)
            {
                await exports.SetAsync(run, [], cancellationToken);
            }
        }

        return missing;
    }

    /// <summary>Days are counted also where nothing is new: the time before may have been cut off just there.</summary>
    private async Task EndAsync(LibraryTaken taken, DateOnly? firstDay, string actor, CancellationToken cancellationToken)
    {
        if (firstDay is { } from)
        {
            await history.CountDaysAsync(taken.Instance, from, cancellationToken);
        }

        if (taken.NewRuns + taken.NewChanges > 0)
        {
            await audit.TellAsync(
                "import.taken", $"instance:{taken.Instance}", actor,
                $"The history of Arr Score Exporter was taken over into the library of {taken.Instance}: {taken.NewChanges} changes and the figures of {taken.NewRuns} runs.", CancellationToken.None);
        }
    }
}

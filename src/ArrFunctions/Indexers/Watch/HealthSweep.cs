using System.Globalization;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Finds out how the indexers are, from what their instances know already. Only indexers of which nobody knows anything are tested, and seldom.</summary>
internal sealed partial class HealthSweep(
    ServarrClients clients,
    IndexerWatch watch,
    QueryHistory history,
    Evidence evidence,
    IndexerRecords records,
    Custodies custodies,
    OutageBook book,
    SilentInstances silent,
    IndexerTests tests,
    Live<IndexersOptions> options,
    TimeProvider clock,
    ILogger<HealthSweep> logger)
{
    /// <summary>Two sources that tell of a failure within so long tell of the same one.</summary>
    private static readonly TimeSpan SameFailure = TimeSpan.FromMinutes(1);

    /// <summary>From one test to the next of an indexer that failed and that its instance does not leave alone.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromHours(1);

    /// <summary>The history of a month comes within it, unless a Prowlarr drips.</summary>
    internal static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(10);

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => ValueTask.FromResult(clients.All.Count > 0);

    /// <returns>What was found, for people.</returns>
    /// <exception cref="ServarrException">No instance could be asked.</exception>
    public async Task<string> RunAsync(string actor, CancellationToken cancellationToken)
    {
        var look = await watch.LookAsync(cancellationToken);
        await silent.NoteAsync(clients.All.Select(client => client.Instance.Name), look.Failures, cancellationToken);
        if (look.Answers.Count == 0 && look.Failures.Values.FirstOrDefault() is { } failure)
        {
            throw new ServarrException(string.Join(" ", look.Failures.Values.Select(each => each.Message)), failure.Fault);
        }

        await custodies.ReconcileAsync(look, actor, cancellationToken);
        await NoteFlagsAsync(look.Judged, cancellationToken);
        var gathered = await Task.WhenAll(look.Answers.Select(async answer => (answer.Instance.Name, Failure: await GatherAsync(answer, look, cancellationToken))));
        var heard = gathered.Where(one => one.Failure is null).Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = await records.AllAsync(cancellationToken);
        var due = look.Judged.Where(indexer => heard.Contains(indexer.Key.Instance) && IsToBeTested(indexer, known.GetValueOrDefault(indexer.Key)));
        var tested = await tests.RunAsync(due, isForced: false, cancellationToken);
        known = await records.AllAsync(cancellationToken);
        await book.UpdateAsync(OutageBook.Watched(look, known), cancellationToken);
        return InWords(look, known, [.. LeftOut(known.Values), .. gathered.Select(one => one.Failure).OfType<string>()], tested);
    }

    /// <returns>What could not be read, for people; null when everything was.</returns>
    private async Task<string?> GatherAsync(InstanceAnswer answer, Look look, CancellationToken cancellationToken)
    {
        var indexers = look.Judged.Where(indexer => indexer.Key.Instance == answer.Instance.Name).ToList();
        if (answer.Instance.Service is ServarrService.Prowlarr && clients.Of(answer.Instance.Name) is { } client
            && await ReadHistoryAsync(client, indexers, cancellationToken) is { } reason)
        {
            Log.NotRead(logger, answer.Instance.Name, reason);
            return reason;
        }

        foreach (var indexer in indexers.Where(indexer => indexer is { IsOn: true, IsBlocked: true }))
        {
            if (Blocked(indexer, await records.FindAsync(indexer.Key, cancellationToken), answer.Time) is { } seen)
            {
                await evidence.AddAsync(indexer.Key, indexer.Name, [seen], cancellationToken);
            }
        }

        return null;
    }

    /// <returns>Why it could not be read, for people; null when it was.</returns>
    private async Task<string?> ReadHistoryAsync(ServarrClient prowlarr, IEnumerable<IndexerView> indexers, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestReading, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await history.ReadAsync(prowlarr, indexers.ToDictionary(indexer => indexer.Key.Id, indexer => indexer.Name), either.Token);
            return null;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return $"{prowlarr.Instance.Name} at {prowlarr.Instance.Url.OriginalString} did not tell its history within {LongestReading.TotalMinutes} minutes. "
                + "It is asked again at the next sweep.";
        }
        catch (ServarrException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>What its instance tells by leaving it alone; null where that was seen before.</summary>
    private Observation? Blocked(IndexerView indexer, IndexerRecord record, DateTimeOffset now) => indexer.MostRecentFailure switch
    {
        { } failure when record.LastFailure is not { } last || failure - last > SameFailure => new()
        {
            Time = failure, Source = ObservationSource.Status, Outcome = ObservationOutcome.Failed,
        },

        // Without a time, the same failure is told for as long as the block lasts.
        null when record.FailingSince is null || now - record.LastFailure >= options.Value.TestInterval => new()
        {
            Time = now, Source = ObservationSource.Health, Outcome = ObservationOutcome.Failed,
        },
        _ => null,
    };

    /// <summary>From when a person switches an indexer off, nothing is known of it.</summary>
    private async Task NoteFlagsAsync(IEnumerable<IndexerView> indexers, CancellationToken cancellationToken)
    {
        var known = await records.AllAsync(cancellationToken);
        foreach (var indexer in indexers)
        {
            var record = known.GetValueOrDefault(indexer.Key);
            if (record?.Flags == indexer.Flags && record.Name == indexer.Name)
            {
                continue;
            }

            if (record is { Flags.AreAnyOn: true, Custody: null } && !indexer.IsOn)
            {
                var seen = new Observation { Time = clock.GetUtcNow(), Source = ObservationSource.Flags, Outcome = ObservationOutcome.Unwatched };
                await evidence.AddAsync(indexer.Key, indexer.Name, [seen], cancellationToken);
            }

            await records.ChangeAsync(
                indexer.Key, current => current with { Name = indexer.Name, Flags = indexer.Flags }, told: null, cancellationToken);
        }
    }

    /// <summary>A Sonarr or Radarr does not tell how its indexers are. Prowlarr does, but for failures that leave no trace in its history (no name, no connection):
    /// who is silent there for long is tested too. One that its instance leaves alone would be left alone for longer.</summary>
    private bool IsToBeTested(IndexerView indexer, IndexerRecord? record)
    {
        var now = clock.GetUtcNow();
        var isDue = record?.NextTest is not { } next || next <= now;
        return indexer is { IsOn: true, IsBlocked: false }
            && (clients.Of(indexer.Key.Instance)?.Instance.Service is ServarrService.Prowlarr ? isDue && IsSilent(record, now) : isDue || IsAskedAgain(record, now));
    }

    /// <summary>A Sonarr or Radarr asks it again after it failed, so it may work again; seldom tests alone would take one that fails now and then for a dead one.</summary>
    private static bool IsAskedAgain(IndexerRecord? record, DateTimeOffset now) => record is { FailingSince: not null, LastTest: { } last } && last + AskedAgain <= now;

    private bool IsSilent(IndexerRecord? record, DateTimeOffset now) =>
        !(record?.LastHeard > now - (2 * options.Value.TestInterval)) && (record?.FailingSince is not null || !(record?.LastAnswer > now - (options.Value.LongestTestInterval / 2)));

    /// <summary>What nobody brings back, because its instance has another name now or none.</summary>
    private IEnumerable<string> LeftOut(IEnumerable<IndexerRecord> known) => known
        .Where(record => record.Custody is { IsByPerson: false } && clients.Of(record.Key.Instance) is null)
        .OrderBy(record => record.Key.Instance, StringComparer.Ordinal).ThenBy(record => record.Key.Id)
        .Select(record => $"{record.Name} was taken out in {record.Key.Instance}, which is not configured any more: switch it on there, or configure the instance under that name again");

    private static string InWords(Look look, IReadOnlyDictionary<IndexerKey, IndexerRecord> known, IReadOnlyList<string> failures, IReadOnlyList<TestReport> tested)
    {
        var on = look.Judged.Where(indexer => indexer.IsOn).ToList();
        var failing = on.Count(indexer => known.GetValueOrDefault(indexer.Key)?.FailingSince is not null);
        var words = string.Create(CultureInfo.InvariantCulture, $"{on.Count} {(on.Count == 1 ? "indexer is" : "indexers are")} on, {failing} of them fail; {tested.Count(report => report.Outcome is TestOutcome.Passed or TestOutcome.Failed)} tested");
        var untested = tested.Select(report => report.Outcome).OfType<TestOutcome.InstanceFailed>().Select(failed => failed.Reason);
        var unheard = look.Failures.Values.Select(failure => failure.Message).Concat(failures).Concat(untested).Select(why => why.TrimEnd('.'));
        return string.Join("; ", [words, .. unheard.Distinct(StringComparer.Ordinal)]);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The history of {Instance} was not read: {Reason}")]
        public static partial void NotRead(ILogger logger, string instance, string reason);
    }
}

using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Healing;

/// <summary>Takes indexers out and brings them back, at the instance that decides about them. The intent is written first, the instance is read again after.</summary>
internal sealed partial class IndexerSwitch(
    ServarrClients clients, InstanceAnswers answers, IndexerRecords records, TimeProvider clock, ILogger<IndexerSwitch> logger)
{
    /// <param name="indexer">Where it is judged.</param>
    /// <param name="reason">Why, for people.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="isByPerson">Then no sweep brings it back.</param>
    /// <param name="cancellationToken">Counts until its instance is told.</param>
    public Task<SwitchOutcome> TakeOutAsync(IndexerView indexer, string reason, string actor, bool isByPerson, CancellationToken cancellationToken) => AtAsync(
        indexer,
        async calls =>
        {
            if (await calls.FindAsync(indexer.Key.Id, cancellationToken) is not { Flags: var before })
            {
                return new SwitchOutcome.Missing();
            }

            if (!before.AreAnyOn)
            {
                if (isByPerson)
                {
                    await records.ChangeAsync(indexer.Key, OfPerson, told: null, cancellationToken);
                }

                return new SwitchOutcome.AlreadySo(before);
            }

            var custody = new Custody(CustodyState.TakingOut, before, clock.GetUtcNow(), reason, isByPerson);
            await SetAsync(indexer, custody, told: null, cancellationToken);
            await calls.SwitchAsync(indexer.Key.Id, IndexerFlags.Off, CancellationToken.None);
            return await VerifyAsync(calls, indexer, before, IndexerFlags.Off, custody, reason, actor);
        });

    /// <summary>Gives it exactly the flags that it had before it was taken out; where that is not known, all of them.</summary>
    /// <inheritdoc cref="TakeOutAsync"/>
    public Task<SwitchOutcome> BringBackAsync(IndexerView indexer, string reason, string actor, CancellationToken cancellationToken) => AtAsync(
        indexer,
        async calls =>
        {
            var held = (await records.FindAsync(indexer.Key, cancellationToken)).Custody;
            if (await calls.FindAsync(indexer.Key.Id, cancellationToken) is not { Flags: var before })
            {
                return new SwitchOutcome.Missing();
            }

            if (before.AreAnyOn)
            {
                return new SwitchOutcome.AlreadySo(before);
            }

            var custody = (held ?? new(CustodyState.Out, IndexerFlags.On, clock.GetUtcNow(), reason, IsByPerson: true)) with { State = CustodyState.BringingBack };
            await SetAsync(indexer, custody, told: null, cancellationToken);
            await calls.SwitchAsync(indexer.Key.Id, custody.Flags, CancellationToken.None);
            return await VerifyAsync(calls, indexer, before, custody.Flags, custody, reason, actor);
        });

    /// <summary>It was taken out by a sweep, and a person wants it so: no sweep brings it back, the flags are kept.</summary>
    private static IndexerRecord? OfPerson(IndexerRecord record) =>
        record.Custody is { } custody ? record with { Custody = custody with { IsByPerson = true } } : null;

    private async Task<SwitchOutcome> VerifyAsync(
        IndexerCalls calls, IndexerView indexer, IndexerFlags before, IndexerFlags wanted, Custody custody, string reason, string actor)
    {
        if (await calls.FindAsync(indexer.Key.Id, CancellationToken.None) is not { Flags: var after })
        {
            return new SwitchOutcome.Missing();
        }

        if (after != wanted)
        {
            // It was tried, so that it is not tried again at once in the place of others.
            var left = after.AreAnyOn ? null : custody with { State = CustodyState.Out };
            await records.ChangeAsync(
                indexer.Key, record => record with { Custody = left, LastChange = clock.GetUtcNow() }, told: null, CancellationToken.None);
            return new SwitchOutcome.NotKept(after);
        }

        var told = Told(indexer.Key, indexer.Name, before, after, reason, actor);
        await SetAsync(indexer, after.AreAnyOn ? null : custody with { State = CustodyState.Out }, told, CancellationToken.None);
        Log.Switched(logger, indexer.Name, indexer.Key.Instance, after, reason);
        return new SwitchOutcome.Switched(before, after);
    }

    /// <summary>What the log tells of a change that was made.</summary>
    public EventRecord Told(IndexerKey key, string name, IndexerFlags before, IndexerFlags after, string reason, string actor)
    {
        var (what, words) = after.AreAnyOn ? ("indexer.enabled", "is on again") : ("indexer.disabled", "was switched off");
        return IndexerEvents.Of(
            key, what, actor, $"{name} {words} in {key.Instance}: {reason}", clock.GetUtcNow(), after.AreAnyOn ? EventSeverity.Information : EventSeverity.Warning) with
            {
                Before = before.ToString(), After = after.ToString(),
            };
    }

    /// <summary>An intent alone is no change; with what is told, one was made.</summary>
    private Task<IndexerRecord?> SetAsync(IndexerView indexer, Custody? custody, EventRecord? told, CancellationToken cancellationToken) => records.ChangeAsync(
        indexer.Key,
        record => told is null
            ? record with { Name = indexer.Name, Custody = custody }
            : record.Switched(custody, clock.GetUtcNow()) with { Name = indexer.Name },
        _ => told,
        cancellationToken);

    private async Task<SwitchOutcome> AtAsync(IndexerView indexer, Func<IndexerCalls, Task<SwitchOutcome>> change)
    {
        if (clients.Of(indexer.Key.Instance) is not { } client)
        {
            return new SwitchOutcome.Missing();
        }

        try
        {
            return await change(client.Indexers);
        }
        catch (ServarrException failure)
        {
            return new SwitchOutcome.InstanceFailed(failure.Message);
        }
        finally
        {
            answers.Forget(indexer.Key);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Indexer} of {Instance} is {Flags} now: {Reason}.")]
        public static partial void Switched(ILogger logger, string indexer, string instance, IndexerFlags flags, string reason);
    }
}

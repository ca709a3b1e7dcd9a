using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Healing;

/// <summary>Compares what was switched off from here with how it is: finishes what was cut off, and lets go of what a person has changed since.</summary>
internal sealed class Custodies(ServarrClients clients, IndexerRecords records, IndexerSwitch change, TimeProvider clock)
{
    /// <summary>A change that was begun so long ago is not under way any more.</summary>
    private static readonly TimeSpan CutOff = TimeSpan.FromMinutes(5);

    /// <summary>Clocks differ by less.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    public async Task ReconcileAsync(Look look, string actor, CancellationToken cancellationToken)
    {
        var latest = clock.GetUtcNow() + ClockSkew;
        foreach (var record in (await records.AllAsync(cancellationToken)).Values)
        {
            if (record.NotLaterThan(latest) != record)
            {
                await records.ChangeAsync(record.Key, current => current.NotLaterThan(clock.GetUtcNow()), told: null, cancellationToken);
            }

            if (look.Answers.Any(answer => answer.Instance.Name == record.Key.Instance)
                && (look.Find(record.Key) is not { } seen || (record.Custody is { } custody && IsInDoubt(custody, seen.Flags))))
            {
                await ReconcileAsync(record, actor, cancellationToken);
            }
        }
    }

    private bool IsInDoubt(Custody custody, IndexerFlags seen) =>
        custody.State is CustodyState.Out ? seen.AreAnyOn : custody.Since + CutOff < clock.GetUtcNow() || custody.Since > clock.GetUtcNow() + ClockSkew;

    /// <summary>What was seen may be some minutes old, and another process may have switched it since: it is read again.</summary>
    private async Task ReconcileAsync(IndexerRecord record, string actor, CancellationToken cancellationToken)
    {
        var client = clients.Of(record.Key.Instance)!;
        IndexerResource? now;
        try
        {
            now = await client.Indexers.FindAsync(record.Key.Id, cancellationToken);
        }
        catch (ServarrException)
        {
            return; // It is looked at again at the next sweep.
        }

        if (now is null)
        {
            await records.RemoveAsync(record.Key, cancellationToken);
        }
        else if (record.Custody is { } custody)
        {
            await records.ChangeAsync(
                record.Key,
                current => current.Custody == custody ? Settle(current, custody, now.Flags) : null,
                settled => Told(settled, custody, now.Flags, actor),
                cancellationToken);
        }
    }

    private IndexerRecord? Settle(IndexerRecord record, Custody custody, IndexerFlags flags) => (custody.State, flags.AreAnyOn) switch
    {
        (CustodyState.Out, false) => null,
        (CustodyState.TakingOut, true) => record with { Custody = null },
        (CustodyState.TakingOut, false) => record.Switched(custody with { State = CustodyState.Out }, clock.GetUtcNow()),
        (CustodyState.BringingBack, false) => record with { Custody = custody with { State = CustodyState.Out } },
        _ => record.Switched(custody: null, clock.GetUtcNow()),
    };

    private EventRecord? Told(IndexerRecord settled, Custody custody, IndexerFlags flags, string actor) => (custody.State, flags.AreAnyOn) switch
    {
        (CustodyState.TakingOut, false) => change.Told(settled.Key, settled.Name, custody.Flags, flags, custody.Reason, actor),
        (CustodyState.BringingBack, true) when flags == custody.Flags => change.Told(settled.Key, settled.Name, IndexerFlags.Off, flags, "it works again", actor),
        (CustodyState.Out or CustodyState.BringingBack, true) => IndexerEvents.Of(
            settled.Key,
            "indexer.released",
            actor,
            $"somebody switched {settled.Name} on again in {settled.Key.Instance}, so it is theirs from now on",
            clock.GetUtcNow()),
        _ => null,
    };
}

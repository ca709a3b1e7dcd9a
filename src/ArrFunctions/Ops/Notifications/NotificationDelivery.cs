using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Sends one target what waits for it: one message at most each time, and by one process at a time.</summary>
internal sealed class NotificationDelivery(
    ITableStore tables, NotificationStore store, NotificationComposer composer, NotificationSender sender, Live<NotificationsOptions> options, TimeProvider clock)
{
    /// <summary>Nobody sends for that long; who still holds a claim then is gone.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Whether a message would be sent now.</summary>
    public async Task<bool> IsDueAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } target || await store.WaitingAsync(name, cancellationToken) is not { Count: > 0 } waiting)
        {
            return false;
        }

        var (state, _) = await store.StateAsync(name, cancellationToken);
        return !state.IsTaken(clock.GetUtcNow(), Claim) && DeliveryPolicy.Next(waiting, state.With(TargetMark.Of(target)), options.Value, clock.GetUtcNow()) is DeliveryStep.Send;
    }

    /// <returns>When to look again; null: not before something changes.</returns>
    public async Task<DateTimeOffset?> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } target || await ImportGate.IsClosedAsync(tables, cancellationToken) || await store.WaitingAsync(name, cancellationToken) is not { Count: > 0 } waiting)
        {
            return null;
        }

        var ((stored, etag), now) = (await store.StateAsync(name, cancellationToken), clock.GetUtcNow());
        if (stored.IsTaken(now, Claim))
        {
            return stored.OwnedUntil;
        }

        var state = stored.With(TargetMark.Of(target));
        return DeliveryPolicy.Next(waiting, state, options.Value, now) switch
        {
            DeliveryStep.Send send => await SendAsync(target, send.Notices, state, etag, cancellationToken),
            DeliveryStep.Wait wait => wait.Until,
            _ => null,
        };
    }

    /// <summary>Frees what a killed process held, at the start of a host that is alone on its state but for the command line.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var target in options.Value.Targets)
        {
            var (state, etag) = await store.StateAsync(target.Name, cancellationToken);
            if (state.Owner is not null)
            {
                await store.TryWriteAsync(target.Name, state with { Owner = null, OwnedUntil = null }, etag, told: null, [], cancellationToken);
            }
        }
    }

    private NotificationTarget? Find(string name) => options.Value.Targets.FirstOrDefault(target => target.Name == name && !target.IsHeartbeat);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A message that cannot be put together is kept and tried again as one that was not taken, and delays nobody else.")]
    private async Task<DateTimeOffset?> SendAsync(NotificationTarget target, IReadOnlyList<KeptNotice> notices, TargetState state, string? etag, CancellationToken cancellationToken)
    {
        var dropped = (await store.CursorsAsync(cancellationToken)).GetValueOrDefault(target.Name).Cursor?.Dropped ?? 0;
        var claimed = state with { Owner = Guid.NewGuid().ToString("N"), OwnedUntil = clock.GetUtcNow() + Claim };
        if (!await store.TryWriteAsync(target.Name, claimed, etag, told: null, [], cancellationToken))
        {
            return clock.GetUtcNow() + TimeSpan.FromSeconds(1);
        }

        SendFailure? failure;
        try
        {
            var notification = await composer.ComposeAsync(target, notices, dropped - state.DroppedTold, cancellationToken);
            failure = await sender.TrySendAsync(target, notification, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await KeepAsync(target, claimed.Owner, static held => held with { Owner = null, OwnedUntil = null }, []);
            throw;
        }
        catch (Exception fault)
        {
            failure = sender.Fail(target, fault);
        }

        // What a target took is noted whatever ends meanwhile, or it would get it twice.
        var now = clock.GetUtcNow();
        var after = failure is null
            ? await KeepAsync(target, claimed.Owner, held => held.Succeed(dropped, now), notices)
            : await KeepAsync(target, claimed.Owner, held => held.Fail(failure.Trouble, failure.IsFinal, failure.RetryAfter, TargetMark.Of(target), now), []);
        return failure is null ? now : after?.NextTry;
    }

    /// <summary>Gives the claim back. A test may write how the target stands at the same time; what it found is kept.</summary>
    /// <returns>How it stands; null: the claim is no longer ours, or the target was removed.</returns>
    private async Task<TargetState?> KeepAsync(NotificationTarget target, string owner, Func<TargetState, TargetState> change, IReadOnlyList<KeptNotice> taken)
    {
        while (await store.StateAsync(target.Name, CancellationToken.None) is ({ } held, var etag) && held.Owner == owner)
        {
            var after = change(held);
            var told = TargetEvents.Of(target, held, after, clock.GetUtcNow());
            if (await store.TryWriteAsync(target.Name, after, etag, told, [.. taken.Select(static kept => kept.Key)], CancellationToken.None))
            {
                return after;
            }
        }

        return null;
    }
}

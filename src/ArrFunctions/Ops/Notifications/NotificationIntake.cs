using System.Collections.Concurrent;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Reads the log on for each target, and keeps what it has to be told. The log is read from where it stands when a target is first seen.</summary>
internal sealed class NotificationIntake(ITableStore tables, EventFeed feed, NotificationStore store, Live<NotificationsOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>Each has up to three changes: a notice, a repeat, and an older notice that it crowds out.</summary>
    private const int Page = 30;

    /// <summary>A cursor that has nothing to tell is written now and then, so that a restart reads little twice.</summary>
    private const int LongestUnwritten = 100;

    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, long> positions = new(StringComparer.Ordinal);

    /// <summary>Whether there is anything to read, or repeats are to be looked through.</summary>
    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        var cursors = await store.CursorsAsync(cancellationToken);
        var names = Targets().Select(static target => target.Name).ToHashSet(StringComparer.Ordinal);
        if (!names.SetEquals(cursors.Keys))
        {
            return true;
        }

        var (head, now) = (cursors.Count == 0 ? 0 : await feed.HeadAsync(cancellationToken), clock.GetUtcNow());
        return cursors.Any(cursor => PositionOf(cursor.Key, cursor.Value.Cursor) != head || RepeatReview.IsDue(cursor.Value.Cursor, now));
    }

    /// <summary>Reads on to the end of the log; does nothing while state is imported.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await ImportGate.IsClosedAsync(tables, cancellationToken))
            {
                return;
            }

            var (current, targets) = (options.Value, Targets());
            var cursors = await store.CursorsAsync(cancellationToken);
            foreach (var gone in cursors.Keys.Except(targets.Select(static target => target.Name), StringComparer.Ordinal))
            {
                positions.TryRemove(gone, out _);
                await store.RemoveAsync(gone, cancellationToken);
            }

            if (targets is not [])
            {
                await ReadOnAsync(targets, current, cursors, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes what came for the digest a notice of each target.</summary>
    /// <returns>How many targets have one.</returns>
    public async Task<int> CloseDigestsAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var count = 0;
            foreach (var name in (await store.CursorsAsync(cancellationToken)).Keys)
            {
                count += await TryCloseDigestAsync(name, cancellationToken) ? 1 : 0;
            }

            return count;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Again where another process reads on at that moment, or the digest would be a day late.</summary>
    private async Task<bool> TryCloseDigestAsync(string name, CancellationToken cancellationToken)
    {
        while ((await store.CursorsAsync(cancellationToken)).TryGetValue(name, out var found) && await store.DigestAsync(name, cancellationToken) is { Count: > 0 } groups)
        {
            var notice = NotificationStore.Waiting(name, PositionOf(name, found.Cursor), $"~d{clock.GetUtcNow().UtcTicks:x16}", new() { Digest = groups });
            if (await store.TryMoveAsync(name, found.Cursor, found.ETag, [notice, .. groups.Select(group => NotificationStore.NoDigest(name, group.Name))], cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task ReadOnAsync(
        IReadOnlyList<NotificationTarget> targets, NotificationsOptions current, IReadOnlyDictionary<string, (IntakeCursor Cursor, string ETag)> cursors, CancellationToken cancellationToken)
    {
        var head = await feed.HeadAsync(cancellationToken);
        var moved = await LastMoveAsync(cancellationToken);
        foreach (var target in targets)
        {
            // Numbers beyond the head are those of another log, which was here before this one was imported.
            if (!cursors.TryGetValue(target.Name, out var known) || known.Cursor.Seen > head)
            {
                positions.TryRemove(target.Name, out _);
                await store.TryMoveAsync(target.Name, (known.Cursor ?? new() { Reviewed = clock.GetUtcNow() }) with { Seen = head }, known.ETag, [], cancellationToken);
                continue;
            }

            var reader = new Reader(target, known.Cursor, known.ETag);
            await ReadOnAsync(reader, current, head, moved, cancellationToken);
            await new RepeatReview(store, clock).RunAsync(target, current, cancellationToken);
        }
    }

    private async Task ReadOnAsync(Reader reader, NotificationsOptions current, long head, DateTimeOffset? moved, CancellationToken cancellationToken)
    {
        for (var position = PositionOf(reader.Target.Name, reader.Cursor); position < head;)
        {
            var events = await feed.ReadAsync(position, Page, cancellationToken);
            if (events is [])
            {
                return;
            }

            var page = new IntakePage(reader.Target, told => NotificationPolicy.Choose(told, reader.Target, current), current.RepeatAfter, store);
            foreach (var (number, told) in events)
            {
                // What was imported, or was there before, was told where it happened.
                if (told is not null && !(told.Time <= moved))
                {
                    await page.AddAsync(number, told, cancellationToken);
                }
            }

            position = events[^1].Number;
            if (!await KeepAsync(reader, page, position, cancellationToken))
            {
                return;
            }

            positions[reader.Target.Name] = position;
        }
    }

    /// <returns>False when somebody else reads on for this target.</returns>
    private async Task<bool> KeepAsync(Reader reader, IntakePage page, long position, CancellationToken cancellationToken)
    {
        if (page.IsEmpty && position - reader.Cursor.Seen < LongestUnwritten)
        {
            return true;
        }

        var name = reader.Target.Name;
        var crowdedOut = await store.CrowdOutAsync(name, page.Waiting, Page, cancellationToken);
        var cursor = reader.Cursor with { Seen = position, Dropped = reader.Cursor.Dropped + crowdedOut.Count };
        if (!await store.TryMoveAsync(name, cursor, reader.ETag, [.. page.Changes, .. crowdedOut], cancellationToken))
        {
            positions.TryRemove(name, out _);
            return false;
        }

        (reader.Cursor, reader.ETag) = (await store.CursorsAsync(cancellationToken))[name];
        return true;
    }

    /// <summary>When state was last imported or restored; null: not as far as the log knows.</summary>
    private async Task<DateTimeOffset?> LastMoveAsync(CancellationToken cancellationToken) =>
        (await feed.ListAsync(RowKeyRange.Prefix(EventKeys.OfSubject("state")), limit: 10, cancellationToken))
            .Select(static one => one.Told).FirstOrDefault(static told => told?.Name is "state.importEnded" or "state.restored")?.Time;

    private long PositionOf(string name, IntakeCursor cursor) => Math.Max(cursor.Seen, positions.GetValueOrDefault(name));

    private IReadOnlyList<NotificationTarget> Targets() => [.. options.Value.Targets.Where(static target => !target.IsHeartbeat)];

    private sealed class Reader(NotificationTarget target, IntakeCursor cursor, string etag)
    {
        public NotificationTarget Target => target;

        public IntakeCursor Cursor { get; set; } = cursor;

        public string ETag { get; set; } = etag;
    }
}

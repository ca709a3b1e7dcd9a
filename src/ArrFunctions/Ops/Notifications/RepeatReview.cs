using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Tells what was held back as a repeat and did not come again, when its time is over, so that the last word on a subject is never held for good; forgets the others.</summary>
internal sealed class RepeatReview(NotificationStore store, TimeProvider clock)
{
    /// <summary>Of a target; of more, the oldest are forgotten, and told again when they come again.</summary>
    public const int Most = 2000;

    /// <summary>Each has up to three changes: itself, a notice, and an older notice that it crowds out.</summary>
    private const int AtOnce = 30;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Whether it is time, also where the clock was put back.</summary>
    public static bool IsDue(IntakeCursor cursor, DateTimeOffset now) => cursor.Reviewed is not { } last || now - last >= Every || now < last;

    public async Task RunAsync(NotificationTarget target, NotificationsOptions options, CancellationToken cancellationToken)
    {
        var (name, now) = (target.Name, clock.GetUtcNow());
        if (!(await store.CursorsAsync(cancellationToken)).TryGetValue(name, out var found) || !IsDue(found.Cursor, now))
        {
            return;
        }

        var all = await store.RepeatsAsync(name, cancellationToken).ToListAsync(cancellationToken);
        var over = all.Where(one => one.Repeat.IsOver(now, options.RepeatAfter)).OrderBy(static one => one.Repeat.Last?.Time ?? one.Repeat.At).ToList();
        var tooMany = all.Except(over).OrderBy(static one => one.Repeat.At).Take(Math.Max(0, all.Count - over.Count - Most));
        var (cursor, etag) = found;
        foreach (var chunk in over.Concat(tooMany).Chunk(AtOnce))
        {
            var crowdedOut = await store.CrowdOutAsync(name, chunk.Count(static one => one.Repeat.Last is not null), AtOnce, cancellationToken);
            TableChange[] changes = [.. chunk.SelectMany((one, place) => Changes(name, cursor, one, place, now)), .. crowdedOut];
            if (!await store.TryMoveAsync(name, cursor with { Dropped = cursor.Dropped + crowdedOut.Count }, etag, changes, cancellationToken))
            {
                return;
            }

            (cursor, etag) = (await store.CursorsAsync(cancellationToken))[name];
        }

        await store.TryMoveAsync(name, cursor with { Reviewed = now }, etag, [], cancellationToken);
    }

    private static IEnumerable<TableChange> Changes(string name, IntakeCursor cursor, (string Key, Repeat Repeat) one, int place, DateTimeOffset now)
    {
        if (one.Repeat.Last is not { } told)
        {
            return [NotificationStore.Repeated(name, one.Key, repeat: null)];
        }

        return
        [
            NotificationStore.Repeated(name, one.Key, new(now)),
            NotificationStore.Waiting(name, cursor.Seen, $"~r{place:d2}{one.Key}", new() { Event = told, Held = one.Repeat.Held - 1 }),
        ];
    }
}

using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What some events of the log change for one target, put together before anything is written.</summary>
/// <param name="target">Whom it is for.</param>
/// <param name="choose">Whether and when it is told of an event.</param>
/// <param name="repeatAfter">What was told is told again only after this time.</param>
internal sealed class IntakePage(NotificationTarget target, Func<EventRecord, NotificationTime> choose, TimeSpan repeatAfter, NotificationStore store)
{
    private readonly Dictionary<string, Repeat> repeats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DigestGroup> groups = new(StringComparer.Ordinal);
    private readonly List<TableChange> waiting = [];

    public int Waiting => waiting.Count;

    public bool IsEmpty => repeats.Count + groups.Count + waiting.Count == 0;

    public IEnumerable<TableChange> Changes =>
    [
        .. waiting, .. groups.Values.Select(group => NotificationStore.Digest(target.Name, group)), .. repeats.Select(repeat => NotificationStore.Repeated(target.Name, repeat.Key, repeat.Value)),
    ];

    public async Task AddAsync(long number, EventRecord told, CancellationToken cancellationToken)
    {
        switch (choose(told))
        {
            case NotificationTime.Digest:
                groups[told.Name] = ((groups.GetValueOrDefault(told.Name) ?? await store.DigestAsync(target.Name, told.Name, cancellationToken)) ?? new() { Name = told.Name }).Add(told);
                break;
            case NotificationTime.Now:
                await AddNowAsync(number, told, cancellationToken);
                break;
        }
    }

    private async Task AddNowAsync(long number, EventRecord told, CancellationToken cancellationToken)
    {
        var held = 0;
        if (repeatAfter > TimeSpan.Zero)
        {
            var key = Repeat.KeyOf(told);
            var known = repeats.GetValueOrDefault(key) ?? await store.RepeatAsync(target.Name, key, cancellationToken);
            if (known is not null && !known.IsOver(told.Time, repeatAfter))
            {
                repeats[key] = known.Hold(told);
                return;
            }

            held = known?.Held ?? 0;
            repeats[key] = new(told.Time);
        }

        waiting.Add(NotificationStore.Waiting(target.Name, number, "", new() { Event = told, Held = held }));
    }
}

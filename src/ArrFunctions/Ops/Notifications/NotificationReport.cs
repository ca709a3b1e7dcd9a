using System.Globalization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Reads how notifications stand.</summary>
internal sealed class NotificationReport(NotificationStore store, Live<NotificationsOptions> options, Live<HttpOptions> http, TimeProvider clock)
{
    public async Task<NotificationList> ReadAsync(CancellationToken cancellationToken)
    {
        var (current, now) = (options.Value, clock.GetUtcNow());
        var (targets, cursors) = (new List<NotificationTargetView>(), await store.CursorsAsync(cancellationToken));
        foreach (var target in current.Targets)
        {
            targets.Add(await ReadAsync(target, cursors.GetValueOrDefault(target.Name).Cursor?.Seen, cancellationToken));
        }

        return new(
            targets,
            [.. NotificationPolicy.Rules(current).Select(NotificationRuleView.Of)],
            current.QuietHours is { } hours ? string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm} to {hours.To:HH:mm} ({hours.Zone.Id}), but for events of severity {RuleWords.Severity(current.UrgentFrom)}") : null,
            current.QuietHours?.EndAt(now) is not null,
            (long)current.RepeatAfter.TotalSeconds,
            http.Value.PublicUrl?.AbsoluteUri);
    }

    private async Task<NotificationTargetView> ReadAsync(NotificationTarget target, long? readTo, CancellationToken cancellationToken)
    {
        if (target.IsHeartbeat)
        {
            return new(target.Name, target.Kind, target.Url.Host, "working", 0, 0, Schedule: target.Schedule);
        }

        var (stored, _) = await store.StateAsync(target.Name, cancellationToken);
        var state = stored.With(TargetMark.Of(target));
        return new(
            target.Name,
            target.Kind,
            target.Url.Host,
            state.IsOutOfOrder ? "outOfOrder" : state.Failures > 0 ? "failing" : "working",
            (await store.WaitingAsync(target.Name, cancellationToken)).Count,
            (await store.DigestAsync(target.Name, cancellationToken)).Sum(static group => group.Count),
            readTo,
            state.LastSent,
            state.OutSince,
            state.IsFinal ? null : state.NextTry,
            state.LastFailure,
            state.LastTrouble);
    }
}

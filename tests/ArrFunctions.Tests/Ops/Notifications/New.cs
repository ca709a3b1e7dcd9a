using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Notifications.Clients;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>Makes what a test is about, and the rest of it.</summary>
internal static class New
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static NotificationTarget Target(string name = "phone", NotificationTargetKind kind = NotificationTargetKind.Webhook, string url = "http://phone.test/hook") =>
        new() { Name = name, Kind = kind, Url = new(url), Variable = "Notifications__Targets__0" };

    /// <summary>One that really sends.</summary>
    public static NotificationSender Sender(TimeProvider clock)
    {
        var clients = new NotificationClients(clock);
        return new(clients.Of, clients.HeartbeatOf, new(new NotificationsOptions(), new ServarrOptions()), clock, NullLogger<NotificationSender>.Instance);
    }

    public static EventRecord Event(
        string name = "job.failed", string subject = "job:1", string message = "Film: it failed", EventSeverity severity = EventSeverity.Error, DateTimeOffset? time = null, string actor = "test") => new()
        {
            Id = EventRecord.NewId(time ?? Start), Time = time ?? Start, Name = name, Severity = severity, Subject = subject, Actor = actor, Message = message,
        };

    public static KeptNotice Waiting(string key, EventSeverity severity = EventSeverity.Error) => new(key, new() { Event = Event(severity: severity) });

    public static KeptNotice Digest(string key) => new(key, new() { Digest = [new DigestGroup { Name = "job.succeeded" }.Add(Event("job.succeeded"))] });
}

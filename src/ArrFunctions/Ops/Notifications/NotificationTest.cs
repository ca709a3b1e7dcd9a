using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Sends a message that tells nothing, or a sign of life, to one target or to all, whatever the rules and the quiet hours say. A target that takes a message is in order again.</summary>
internal sealed class NotificationTest(
    NotificationStore store, NotificationSender sender, Live<NotificationsOptions> options, Live<HttpOptions> http, TimeProvider clock)
{
    /// <summary>The sentence about a name that no target has.</summary>
    public string Unknown(string name) => Known is []
        ? "No target of notifications is configured. Set Notifications:Targets."
        : $"No target is called '{name}'; there are {string.Join(", ", Known.Select(static target => target.Name))}.";

    public bool Knows(string name) => Known.Any(target => target.Name == name);

    private IReadOnlyList<NotificationTarget> Known => options.Value.Targets;

    /// <param name="name">Of a target that is known; null: all.</param>
    public async Task<NotificationTestList> RunAsync(string? name, CancellationToken cancellationToken) =>
        new(await Task.WhenAll(Known.Where(target => name is null || target.Name == name).Select(target => RunAsync(target, cancellationToken))));

    private async Task<NotificationTestResult> RunAsync(NotificationTarget target, CancellationToken cancellationToken)
    {
        var failure = target.IsHeartbeat
            ? await sender.TryBeatAsync(target, new(IsUp: true, $"This is a test. Signs of life of ArrFunctions get to {target.Name}.", TimeSpan.Zero), cancellationToken)
            : await sender.TrySendAsync(target, Message(target), cancellationToken);
        if (failure is null && !target.IsHeartbeat)
        {
            await NoteAsync(target, cancellationToken);
        }

        return new(target.Name, target.Kind, failure is null, failure?.Trouble);
    }

    private Notification Message(NotificationTarget target) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Time = clock.GetUtcNow(),
        Title = "ArrFunctions: test",
        Text = $"This is a test. Notifications of ArrFunctions get to {target.Name}.",
        Severity = EventSeverity.Information,
        Link = http.Value.PublicUrl,
    };

    private async Task NoteAsync(NotificationTarget target, CancellationToken cancellationToken)
    {
        var isNoted = false;
        while (!isNoted)
        {
            var ((before, etag), now) = (await store.StateAsync(target.Name, cancellationToken), clock.GetUtcNow());
            var after = before.Repair(now);
            isNoted = await store.TryWriteAsync(target.Name, after, etag, TargetEvents.Of(target, before, after, now), [], cancellationToken);
        }
    }
}

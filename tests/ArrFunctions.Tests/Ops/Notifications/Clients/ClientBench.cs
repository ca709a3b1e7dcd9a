using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Notifications.Clients;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

/// <summary>The fake of one kind of service, the target that leads to it, and what tells it.</summary>
internal sealed class ClientBench : IAsyncDisposable
{
    private ClientBench(FakeTarget fake, NotificationTargetKind kind, TimeProvider time)
    {
        Fake = fake;
        Clients = new(time);
        Target = new()
        {
            Name = "phone",
            Kind = kind,
            Url = fake.Url,
            Token = kind is NotificationTargetKind.Ntfy or NotificationTargetKind.Webhook ? fake.Secret : null,
            Variable = "Notifications__Targets__0",
        };
    }

    /// <summary>Those that take messages over HTTP.</summary>
    public static TheoryData<NotificationTargetKind> Kinds =>
        [NotificationTargetKind.Apprise, NotificationTargetKind.Discord, NotificationTargetKind.Slack, NotificationTargetKind.Ntfy, NotificationTargetKind.Webhook];

    public static TheoryData<NotificationTargetKind> HeartbeatKinds => [NotificationTargetKind.Healthchecks, NotificationTargetKind.Kuma];

    public FakeTarget Fake { get; }

    public NotificationClients Clients { get; }

    public NotificationTarget Target { get; set; }

    public static async Task<ClientBench> StartAsync(NotificationTargetKind kind, TimeProvider? time = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return new(
            kind switch
            {
                NotificationTargetKind.Apprise => await FakeApprise.StartAsync(cancellation),
                NotificationTargetKind.Discord => await FakeDiscord.StartAsync(cancellation),
                NotificationTargetKind.Slack => await FakeSlack.StartAsync(cancellation),
                NotificationTargetKind.Ntfy => await FakeNtfy.StartAsync(cancellation),
                NotificationTargetKind.Healthchecks => await FakeHealthchecks.StartAsync(cancellation),
                NotificationTargetKind.Kuma => await FakeKuma.StartAsync(cancellation),
                _ => await FakeWebhookReceiver.StartAsync(cancellation),
            },
            kind,
            time ?? TimeProvider.System);
    }

    public static Notification Message(string title = "A title", string text = "A text.", params NotificationFile[] files) => new()
    {
        Id = "0123456789abcdef0123456789abcdef",
        Time = new(2026, 11, 22, 2, 30, 0, TimeSpan.Zero),
        Title = title,
        Text = text,
        Severity = EventSeverity.Warning,
        Files = files,
    };

    public static NotificationFile File(byte[] content, string name = "radarr-report.html", Uri? link = null, bool isGone = false) =>
        new(name, "text/html", content.Length, link, _ => Task.FromResult<Stream?>(isGone ? null : new MemoryStream(content)));

    /// <summary>What people see of a message at the service: title and text.</summary>
    public static (string Title, string Text) Shown(NotificationTargetKind kind, TargetRequest request) => kind switch
    {
        NotificationTargetKind.Apprise => (FakeApprise.FieldOf(request, "title")!, FakeApprise.FieldOf(request, "body")!),
        NotificationTargetKind.Discord => (
            Unescaped(FakeDiscord.EmbedOf(request).GetProperty("title").GetString()!), Unescaped(FakeDiscord.EmbedOf(request).GetProperty("description").GetString()!)),
        NotificationTargetKind.Slack => (FakeSlack.TextsOf(request)[0], string.Join('\n', FakeSlack.TextsOf(request).Skip(1).SkipLast(1))),
        NotificationTargetKind.Ntfy => FakeNtfy.MessageOf(request),
        _ => (System.Text.Json.JsonElement.Parse(request.Text).GetProperty("title").GetString()!, System.Text.Json.JsonElement.Parse(request.Text).GetProperty("text").GetString()!),
    };

    public Task SendAsync(Notification notification) => Clients.Of(Target).SendAsync(notification, TestContext.Current.CancellationToken);

    public Task BeatAsync(Heartbeat heartbeat) => Clients.HeartbeatOf(Target).BeatAsync(heartbeat, TestContext.Current.CancellationToken);

    public Task TellAsync() => Target.IsHeartbeat ? BeatAsync(new(IsUp: true, "All is well.", TimeSpan.FromSeconds(1))) : SendAsync(Message(text: "Body of it.", files: File(new byte[100])));

    public void Answers(int status, string body = "", int? retryAfter = null) =>
        Fake.Trouble = (_, _) => Task.FromResult<TargetAnswer?>(new(status, body, RetryAfter: retryAfter));

    public ValueTask DisposeAsync() => Fake.DisposeAsync();

    /// <summary>Markdown as Discord shows it: a backslash before a sign shows the sign.</summary>
    private static string Unescaped(string markdown) => System.Text.RegularExpressions.Regex.Replace(markdown, @"\\(?<sign>[^0-9A-Za-z\s])", "${sign}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}

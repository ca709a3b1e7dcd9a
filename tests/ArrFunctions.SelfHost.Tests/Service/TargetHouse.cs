using System.Text;
using ArrFunctions.Demo.Notifications;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>A service of every kind that is notified, on loopback, and the settings that lead there.</summary>
internal sealed class TargetHouse : IAsyncDisposable
{
    private TargetHouse()
    {
    }

    public FakeApprise Apprise { get; private init; } = null!;

    public FakeDiscord Discord { get; private init; } = null!;

    public FakeSlack Slack { get; private init; } = null!;

    public FakeNtfy Ntfy { get; private init; } = null!;

    public FakeWebhookReceiver Webhook { get; private init; } = null!;

    public FakeHealthchecks Healthchecks { get; private init; } = null!;

    public FakeKuma Kuma { get; private init; } = null!;

    /// <summary>Of the own network: it wants neither a password nor TLS.</summary>
    public FakeMailServer Mail { get; private init; } = null!;

    /// <summary>Environment variables of the targets.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        .. Fakes.Index().SelectMany(static one => ((string, string)[])
        [
            ($"Notifications__Targets__{one.Index}__Kind", one.Item.Kind), ($"Notifications__Targets__{one.Index}__Url", one.Item.Fake.Url.AbsoluteUri),
        ]),
        ("Notifications__Targets__3__Token", Ntfy.Secret), ("Notifications__Targets__4__Token", Webhook.Secret), ("Notifications__Targets__6__Schedule", "library-export"),
        ("Notifications__Targets__7__Kind", "smtp"), ("Notifications__Targets__7__Url", Mail.Url.AbsoluteUri), ("Notifications__Targets__7__From", "arr@example.org"),
        ("Notifications__Targets__7__To", "me@example.org"),
    ];

    private (string Kind, FakeTarget Fake)[] Fakes =>
        [("apprise", Apprise), ("discord", Discord), ("slack", Slack), ("ntfy", Ntfy), ("webhook", Webhook), ("healthchecks", Healthchecks), ("kuma", Kuma)];

    public static async Task<TargetHouse> StartAsync(CancellationToken cancellationToken)
    {
        var house = new TargetHouse
        {
            Apprise = await FakeApprise.StartAsync(cancellationToken),
            Discord = await FakeDiscord.StartAsync(cancellationToken),
            Slack = await FakeSlack.StartAsync(cancellationToken),
            Ntfy = await FakeNtfy.StartAsync(cancellationToken),
            Webhook = await FakeWebhookReceiver.StartAsync(cancellationToken),
            Healthchecks = await FakeHealthchecks.StartAsync(cancellationToken),
            Kuma = await FakeKuma.StartAsync(cancellationToken),
            Mail = FakeMailServer.Start(),
        };
        (house.Mail.OffersStartTls, house.Mail.Mechanisms) = (false, "");
        return house;
    }

    /// <summary>What each kind that takes messages took, as people see it: its title and its text.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Shown() => new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["apprise"] = [.. Apprise.Taken.Select(static one => $"{FakeApprise.FieldOf(one, "title")}\n{FakeApprise.FieldOf(one, "body")}")],
        ["discord"] = [.. Discord.Taken.Select(static one => $"{FakeDiscord.EmbedOf(one).GetProperty("title")}\n{FakeDiscord.EmbedOf(one).GetProperty("description")}".Replace("\\", "", StringComparison.Ordinal))],
        ["slack"] = [.. Slack.Taken.Select(static one => string.Join('\n', FakeSlack.TextsOf(one)))],
        ["ntfy"] = [.. Ntfy.Taken.Select(FakeNtfy.MessageOf).Select(static one => $"{one.Title}\n{one.Message}")],
        ["webhook"] = [.. Webhook.Taken.Select(static one => System.Text.Json.JsonElement.Parse(one.Text)).Select(static one => $"{one.GetProperty("title")}\n{one.GetProperty("text")}")],
        ["smtp"] = [.. Mail.Mails.Select(static mail => $"{FakeNtfy.Decoded(mail.Lines.First(static line => line.StartsWith("Subject: ", StringComparison.Ordinal))[9..])}\n{Text(mail)}")],
    };

    /// <summary>Waits until every kind that takes messages took one with these words; the test has an end of its own.</summary>
    public async Task UntilAsync(string words, CancellationToken cancellationToken)
    {
        while (!Shown().Values.All(messages => messages.Any(message => message.Contains(words, StringComparison.Ordinal))))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, fake) in Fakes)
        {
            await fake.DisposeAsync();
        }

        await Mail.DisposeAsync();
    }

    /// <summary>The first part in Base64, which is the text.</summary>
    private static string Text(ReceivedMail mail) => Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(mail.Lines
        .SkipWhile(static line => !line.StartsWith("Content-Transfer-Encoding: base64", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => !line.StartsWith("--", StringComparison.Ordinal)))));
}

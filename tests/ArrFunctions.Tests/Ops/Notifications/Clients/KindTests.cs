using System.Text.Json;
using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Notifications.Clients;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

/// <summary>What is particular to one kind.</summary>
public sealed class KindTests
{
    [Fact]
    public async Task Discord_gets_an_embed_with_the_colour_of_the_severity_and_pings_nobody()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Discord);
        bench.Target = bench.Target with { Url = new($"{bench.Target.Url}?thread_id=42&wait=false") };

        await bench.SendAsync(ClientBench.Message() with { Severity = EventSeverity.Error });

        var request = Assert.Single(bench.Fake.Taken);
        Assert.EndsWith("?thread_id=42&wait=true", request.Target, StringComparison.Ordinal);
        var message = FakeDiscord.MessageOf(request);
        Assert.Equal("""{"parse":[]}""", message.GetProperty("allowed_mentions").GetRawText());
        Assert.Equal((0xD64545, "2026-11-22T02:30:00+00:00"), (FakeDiscord.EmbedOf(request).GetProperty("color").GetInt32(), FakeDiscord.EmbedOf(request).GetProperty("timestamp").GetString()));
        Assert.False(message.TryGetProperty("content", out _));
    }

    [Fact]
    public async Task Slack_gets_plain_text_blocks_and_links_to_files()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Slack);

        await bench.SendAsync(ClientBench.Message(files: [ClientBench.File(new byte[10], link: new("https://arr.example/r?a=1&b=|>")), ClientBench.File(new byte[10], "b|c.csv")]));

        Assert.Equal(
            ["A title", "A text.", "<https://arr.example/r?a=1&b=%7C%3E|radarr-report.html>", "b|c.csv (1 KB)", "Warning, 2026-11-22 02:30 UTC"],
            FakeSlack.TextsOf(Assert.Single(bench.Fake.Taken)));
    }

    [Fact]
    public async Task Ntfy_gets_priority_tag_and_the_page_to_open()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Ntfy);
        var link = new Uri("https://arr.example/#/jobs");

        await bench.SendAsync(ClientBench.Message() with { Link = link });
        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[10])) with { Link = link, Severity = EventSeverity.Error });

        var json = JsonElement.Parse(bench.Fake.Taken[0].Text);
        Assert.Equal(("films", 4, "warning", link.AbsoluteUri), (json.GetProperty("topic").GetString(), json.GetProperty("priority").GetInt32(), json.GetProperty("tags")[0].GetString(), json.GetProperty("click").GetString()));
        var headers = bench.Fake.Taken[1].Headers;
        Assert.Equal(("5", "rotating_light", link.AbsoluteUri, "radarr-report.html"), (headers["X-Priority"], headers["X-Tags"], headers["X-Click"], headers["X-Filename"]));
    }

    [Fact]
    public async Task Ntfy_can_be_told_of_a_page_whose_host_is_no_ascii()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Ntfy);

        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[10])) with { Link = new("https://bücher.example/#/jobs") });

        Assert.Equal("https://xn--bcher-kva.example/#/jobs", Assert.Single(bench.Fake.Taken).Headers["X-Click"]);
    }

    [Fact]
    public async Task Where_ntfy_has_no_room_for_all_the_text_is_cut_and_not_the_link_of_the_file()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Ntfy);
        bench.Target = bench.Target with { Attach = false };

        await bench.SendAsync(ClientBench.Message(text: new string('ä', 5000), files: ClientBench.File(new byte[10], link: new("https://arr.example/r"))));

        var (_, text) = ClientBench.Shown(NotificationTargetKind.Ntfy, Assert.Single(bench.Fake.Taken));
        Assert.EndsWith("ä...\nradarr-report.html (1 KB): https://arr.example/r", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_needed()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Ntfy);
        bench.Target = bench.Target with { Url = new(bench.Target.Url, "/") };

        var failure = await Assert.ThrowsAsync<NotificationException>(bench.TellAsync);

        Assert.True(failure.IsFinal);
        Assert.Contains("has no topic", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apprise_is_told_the_type_the_format_and_the_tag()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Apprise);
        bench.Target = bench.Target with { Tag = "films", Token = "proxy" };

        await bench.SendAsync(ClientBench.Message());

        var request = Assert.Single(bench.Fake.Taken);
        Assert.Equal(("warning", "text", "films", "Bearer proxy"), (FakeApprise.FieldOf(request, "type"), FakeApprise.FieldOf(request, "format"), FakeApprise.FieldOf(request, "tag"), request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Apprise_that_has_nobody_for_a_tag_has_taken_nothing()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Apprise);
        bench.Target = bench.Target with { Tag = "nobody" };

        var nobody = await Assert.ThrowsAsync<NotificationException>(bench.TellAsync);
        bench.Answers(424);
        var some = await Assert.ThrowsAsync<NotificationException>(bench.TellAsync);

        Assert.Equal((true, false), (nobody.IsFinal, some.IsFinal));
        Assert.Contains("(204)", nobody.Message, StringComparison.Ordinal);
        Assert.Contains("(424)", some.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_gets_the_documented_json_with_its_events()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Webhook, new ManualTimeProvider());
        var told = new EventRecord { Id = "e1", Time = ClientBench.Message().Time, Name = "job.failed", Severity = EventSeverity.Error, Subject = "job:1", Actor = "cli", Message = "It failed." };

        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[10])) with { Events = [told], Link = new("https://arr.example/") });

        Assert.Equal(
            """
            {"version":1,"id":"0123456789abcdef0123456789abcdef","time":"2026-11-22T02:30:00+00:00","title":"A title","text":"A text.","severity":"warning","events":[{"id":"e1","time":"2026-11-22T02:30:00+00:00","name":"job.failed","severity":"error","subject":"job:1","actor":"cli","message":"It failed."}],"link":"https://arr.example/","files":[{"name":"radarr-report.html","mediaType":"text/html","length":10}]}
            """,
            Assert.Single(bench.Fake.Taken).Text);
    }

    [Fact]
    public async Task Without_a_token_a_webhook_is_not_signed_and_a_user_in_the_url_signs_in()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Webhook);
        ((FakeWebhookReceiver)bench.Fake).WantsSignature = false;
        bench.Target = bench.Target with { Token = null, Url = new UriBuilder(bench.Target.Url) { UserName = "me", Password = "p%40ss" }.Uri };

        await bench.SendAsync(ClientBench.Message());

        var headers = Assert.Single(bench.Fake.Taken).Headers;
        Assert.False(headers.ContainsKey("X-Webhook-Signature"));
        Assert.Equal($"Basic {Convert.ToBase64String("me:p@ss"u8)}", headers["Authorization"]);
    }

    [Fact]
    public void A_client_is_kept_while_its_target_is_the_same_object()
    {
        var clients = new NotificationClients(TimeProvider.System);
        var target = new NotificationTarget { Name = "a", Kind = NotificationTargetKind.Slack, Url = new("https://hooks.slack.com/services/a"), Variable = "V" };

        Assert.Same(clients.Of(target), clients.Of(target));
        Assert.NotSame(clients.Of(target), clients.Of(target with { }));
        Assert.Throws<ArgumentException>(() => clients.HeartbeatOf(target));
        Assert.Throws<ArgumentException>(() => clients.Of(target with { Kind = NotificationTargetKind.Kuma }));
    }
}

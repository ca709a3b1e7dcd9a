using System.Text;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class NotificationWordsTests
{
    private const string Secret = "q8Zr1VbX0mKt7LwE3nYp";
    private readonly NotificationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("job.failed", "Job failed")]
    [InlineData("batch.partlyFailed", "Batch partly failed")]
    [InlineData("manualInteraction.required", "Manual interaction required")]
    public void Names_become_words(string name, string words) => Assert.Equal(words, EventWords.Of(name));

    [Fact]
    public async Task No_secret_gets_into_a_message_a_state_or_an_event()
    {
        bench.Options = bench.Options with { Targets = [New.Target(url: $"https://hooks.test/api/{Secret}?key={Secret}") with { Token = Secret }] };
        await bench.RunAsync();
        bench.Phone.Refusal = new NotificationException($"https://hooks.test/api/{Secret} said 401 to {Secret}") { IsFinal = true };
        await bench.HappenAsync(bench.Now(1) with { Message = $"It failed at https://hooks.test/api/{Secret}: token {Secret}", Before = Secret, After = $"apikey={Secret}" });
        await bench.RunAsync();
        bench.Phone.Refusal = null;
        await bench.Test.RunAsync("phone", Cancellation);
        await bench.RunAsync(TimeSpan.FromSeconds(10));
        await bench.MoveAsync();

        var told = bench.Phone.Taken[^1];
        Assert.Equal("ArrFunctions: Job failed", told.Title);
        var said = $"{told} {told.Text} {string.Join(' ', told.Events)} {(await bench.Report.ReadAsync(Cancellation)).Targets[0]} {await NotificationHealth.All(bench.Options, bench.Store)[0].RunAsync(Cancellation)}";
        Assert.Contains("hooks.test", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.OrdinalIgnoreCase);
        var (state, _) = await bench.Store.StateAsync("phone", Cancellation);
        Assert.DoesNotContain(Secret, state.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://ntfy.test/hi", "No route to https://ntfy.test/hi now", "No route to https://ntfy.test/*** now.")]
    [InlineData("https://ntfy.test/hi", "GET /hi gave 404 in this house", "GET /*** gave 404 in this house.")]
    [InlineData("http://me:p%40ss@apprise.test/notify/films", "http://me:p%40ss@apprise.test/notify/films refused p@ss", "http://***@apprise.test/*** refused ***.")]
    public async Task What_is_said_of_a_call_has_nothing_that_stands_behind_the_host(string url, string said, string shown)
    {
        bench.Options = bench.Options with { Targets = [New.Target(url: url)] };
        await bench.RunAsync();
        bench.Phone.Refusal = new NotificationException(said);

        Assert.Equal(shown, Assert.Single((await bench.Test.RunAsync("phone", Cancellation)).Results).Reason);
    }

    [Fact]
    public async Task A_fault_of_a_client_is_told_without_its_words()
    {
        await bench.RunAsync();
        bench.Phone.Refusal = new InvalidOperationException($"internal {Secret}");
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();

        Assert.Equal("phone could not be told: InvalidOperationException. The log of the program says more.", (await bench.Store.StateAsync("phone", Cancellation)).State.LastTrouble);
    }

    [Theory]
    [InlineData("job:abc", "https://arr.example.org/x/#/audio/jobs/abc")]
    [InlineData("indexer:prowlarr/3", "https://arr.example.org/x/#/indexers/prowlarr/3")]
    [InlineData("setting:Audio:Roots", "https://arr.example.org/x/#/system/configuration?search=Audio%3ARoots")]
    [InlineData("something", "https://arr.example.org/x/#/system/events")]
    public async Task A_message_leads_to_where_more_stands(string subject, string link)
    {
        bench.Http = new() { PublicUrl = new("https://arr.example.org/x/") };
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1) with { Subject = subject });
        await bench.RunAsync();

        Assert.Equal(link, bench.Phone.Taken[0].Link?.AbsoluteUri);
    }

    [Fact]
    public async Task Without_a_public_address_there_is_no_link()
    {
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();

        Assert.Null(bench.Phone.Taken[0].Link);
    }

    [Fact]
    public async Task A_feature_adds_lines_a_page_and_files_and_one_that_fails_adds_nothing()
    {
        bench.Http = new() { PublicUrl = new("http://arr:7071") };
        var file = new NotificationFile("report.html", "text/html", 3, Link: null, static _ => Task.FromResult<Stream?>(null));
        bench.Extras.Add(new((_, _) => throw new InvalidOperationException("the artifact is gone")));
        bench.Extras.Add(new((told, _) => Task.FromResult(told.Name == "batch.failed" ? new NotificationExtra("Score +12", "/library/radarr", [file]) : null)));
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1, "batch.failed"));
        await bench.RunAsync();

        var told = Assert.Single(bench.Phone.Taken);
        Assert.Equal("Film 1: it failed\nScore +12", told.Text);
        Assert.Equal("http://arr:7071/#/library/radarr", told.Link?.AbsoluteUri);
        Assert.Same(file, Assert.Single(told.Files));
    }

    [Fact]
    public void What_is_long_is_cut_and_no_message_begins_a_line_of_its_own()
    {
        WaitingNotice[] notices = [new() { Event = New.Event(message: $"first\nsecond\r{new string('x', 900)}") }];

        var text = NotificationText.Text(notices, new Dictionary<string, string>(StringComparer.Ordinal), 0);

        Assert.StartsWith("first second x", text, StringComparison.Ordinal);
        Assert.Equal(300, text.Length);
    }

    [Fact]
    public void A_line_and_a_sample_are_cut_between_characters()
    {
        var told = New.Event(message: string.Concat(Enumerable.Repeat("🎬", 400)));

        var text = NotificationText.Text([new() { Event = told }], new Dictionary<string, string>(StringComparer.Ordinal), 0);
        var sample = Assert.Single(new DigestGroup { Name = told.Name }.Add(told).Samples);

        Assert.All((string[])[text, sample], static cut => Assert.DoesNotContain("\ufffd", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)), StringComparison.Ordinal));
        Assert.InRange(text.Length, 250, 300);
        Assert.InRange(sample.Length, 150, 200);
    }

    /// <summary>The topic that comes to mind first.</summary>
    [Theory]
    [InlineData("https://ntfy.test/arrfunctions")]
    [InlineData("https://apprise.test/notify/ArrFunctions")]
    public async Task A_topic_that_is_called_like_the_product_does_not_hide_its_name(string url)
    {
        bench.Options = bench.Options with { Targets = [New.Target(url: url)] };
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1) with { Message = "ArrFunctions could not write." });
        await bench.RunAsync();

        Assert.Equal(("ArrFunctions: Job failed", "ArrFunctions could not write."), (bench.Phone.Taken[0].Title, bench.Phone.Taken[0].Text));
    }

    [Fact]
    public void Of_many_the_gravest_are_told_in_words()
    {
        WaitingNotice[] notices =
        [
            .. Enumerable.Range(0, 30).Select(static number => new WaitingNotice { Event = New.Event("indexer.enabled", message: $"{number}", severity: EventSeverity.Information) }),
            new() { Event = New.Event(message: "the error") },
        ];

        Assert.Contains("Job failed: the error\nand 11 more", NotificationText.Text(notices, new Dictionary<string, string>(StringComparer.Ordinal), 0), StringComparison.Ordinal);
        Assert.Equal("ArrFunctions: Job failed, Indexer enabled (30)", NotificationText.Title(notices));
    }

    [Fact]
    public void Rules_are_told_in_words() => Assert.Equal(
        ["job., indexer. of severity warning or error: now to phone", "all events: in the digest", "batch.succeeded by schedule:library-export: now", "all events: never"],
        new NotificationRule[]
        {
            new() { Events = ["job.", "indexer."], Severity = EventSeverity.Warning, Targets = ["phone"] }, new() { When = NotificationTime.Digest },
            new() { Events = ["batch.succeeded"], Actor = "schedule:library-export" }, new() { When = NotificationTime.Never },
        }.Select(RuleWords.Of));
}

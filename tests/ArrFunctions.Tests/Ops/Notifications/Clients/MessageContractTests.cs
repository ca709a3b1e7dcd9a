using System.Text;
using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

/// <summary>What holds of every kind of service that takes messages over HTTP.</summary>
public sealed class MessageContractTests
{
    private const string Hostile = @"*_<@everyone>_* [x](http://evil) & <!channel> `a` ~b~ |c| # d - e\n \u0041 100% é 🎬 @here";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ClientBench.Kinds), MemberType = typeof(ClientBench))]
    public async Task A_name_shows_as_it_is_written(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);

        await bench.SendAsync(ClientBench.Message(Hostile, $"{Hostile}\nsecond line"));

        Assert.Equal((Hostile, $"{Hostile}\nsecond line"), ClientBench.Shown(kind, Assert.Single(bench.Fake.Taken)));
    }

    [Theory]
    [MemberData(nameof(ClientBench.Kinds), MemberType = typeof(ClientBench))]
    public async Task What_is_too_long_is_cut_between_characters(NotificationTargetKind kind)
    {
        const string Letter = "👩‍👩‍👧*";
        await using var bench = await ClientBench.StartAsync(kind);

        await bench.SendAsync(ClientBench.Message(string.Concat(Enumerable.Repeat(Letter, 500)), string.Concat(Enumerable.Repeat(Letter, 30_000))));

        var (title, text) = ClientBench.Shown(kind, Assert.Single(bench.Fake.Taken));
        Assert.All((string[])[title, text], shown =>
        {
            Assert.EndsWith("...", shown, StringComparison.Ordinal);
            var rest = shown.Replace("\n", "", StringComparison.Ordinal)[..^3].Replace(Letter, "", StringComparison.Ordinal);
            Assert.True(rest is "" or "👩‍👩‍👧", rest);
        });
    }

    [Theory]
    [MemberData(nameof(ClientBench.Kinds), MemberType = typeof(ClientBench))]
    public async Task A_title_is_one_line_whatever_it_was(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);

        await bench.SendAsync(ClientBench.Message("one\r\nX-Other: two\u2028three\0"));

        Assert.Equal("one  X-Other: two three", ClientBench.Shown(kind, Assert.Single(bench.Fake.Taken)).Title.TrimEnd());
    }

    [Theory]
    [InlineData(NotificationTargetKind.Apprise)]
    [InlineData(NotificationTargetKind.Discord)]
    public async Task One_of_several_files_that_cannot_be_read_keeps_nothing_else(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        var broken = new NotificationFile("b.csv", "text/csv", 10, Link: null, static _ => throw new StoreException("the store is closed"));

        await bench.SendAsync(ClientBench.Message(files: [ClientBench.File(new byte[10], "a.html"), broken, ClientBench.File(new byte[10], "c.html")]));

        var request = Assert.Single(bench.Fake.Taken);
        Assert.Equal(["a.html", "c.html"], request.Parts.Select(static part => part.FileName).OfType<string>());
        Assert.EndsWith("b.csv: it cannot be read now", ClientBench.Shown(kind, request).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_a_file_can_be_followed_in_discord()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Discord);
        bench.Target = bench.Target with { Attach = false };
        var link = new Uri("https://home.example/arr/api/library/exports/a_b-c/artifacts/report.html");

        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[10], "*r*.html", link)));

        Assert.Equal($"A text.\n\\*r\\*.html \\(1 KB\\): {link}", FakeDiscord.EmbedOf(Assert.Single(bench.Fake.Taken)).GetProperty("description").GetString());
    }

    [Theory]
    [InlineData(NotificationTargetKind.Apprise)]
    [InlineData(NotificationTargetKind.Discord)]
    [InlineData(NotificationTargetKind.Ntfy)]
    public async Task A_file_goes_along_as_it_is(NotificationTargetKind kind)
    {
        var content = Encoding.UTF8.GetBytes("<html>Käse</html>");
        await using var bench = await ClientBench.StartAsync(kind);

        await bench.SendAsync(ClientBench.Message(Hostile, Hostile, ClientBench.File(content)));

        var request = Assert.Single(bench.Fake.Taken);
        Assert.Equal((Hostile, Hostile), (ClientBench.Shown(kind, request).Title, ClientBench.Shown(kind, request).Text.Replace("\u2060", "", StringComparison.Ordinal)));
        Assert.Equal(content, kind is NotificationTargetKind.Ntfy ? request.Body.ToArray() : request.Parts.Single(part => part.FileName == "radarr-report.html").Content.ToArray());
    }

    [Theory]
    [InlineData(NotificationTargetKind.Apprise)]
    [InlineData(NotificationTargetKind.Discord)]
    [InlineData(NotificationTargetKind.Ntfy)]
    public async Task A_file_that_the_service_refuses_is_named_and_the_message_arrives(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        _ = bench.Fake switch
        {
            FakeApprise apprise => apprise.LargestFile = 10,
            FakeDiscord discord => discord.LargestFiles = 10,
            var other => ((FakeNtfy)other).LargestFile = 10,
        };

        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[2000], link: new("https://arr.example/report"))));

        Assert.Equal("A text.\nradarr-report.html (2 KB): https://arr.example/report", ClientBench.Shown(kind, Assert.Single(bench.Fake.Taken)).Text);
    }

    [Theory]
    [InlineData(NotificationTargetKind.Apprise)]
    [InlineData(NotificationTargetKind.Discord)]
    [InlineData(NotificationTargetKind.Ntfy)]
    public async Task Files_are_named_where_none_are_wanted_and_where_they_are_too_large_or_gone(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        var huge = new NotificationFile("huge.csv", "text/csv", 3L << 30, Link: null, static _ => throw new InvalidOperationException("It is not to be opened."));

        await bench.SendAsync(ClientBench.Message(files: huge));
        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[10], isGone: true)));
        bench.Target = bench.Target with { Attach = false };
        await bench.SendAsync(ClientBench.Message(files: ClientBench.File(new byte[10])));

        Assert.Equal(
            ["A text.\nhuge.csv (3072.0 MB)", "A text.\nradarr-report.html: it was removed meanwhile", "A text.\nradarr-report.html (1 KB)"],
            bench.Fake.Taken.Select(request => ClientBench.Shown(kind, request).Text));
    }

    [Theory]
    [MemberData(nameof(ClientBench.Kinds), MemberType = typeof(ClientBench))]
    public async Task The_page_where_more_stands_goes_along(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);

        await bench.SendAsync(ClientBench.Message() with { Link = new("https://arr.example/#/library/radarr?a=1&b=2") });

        var request = Assert.Single(bench.Fake.Taken);
        var shown = $"{ClientBench.Shown(kind, request)} {System.Text.RegularExpressions.Regex.Unescape(request.Text)}";
        Assert.Contains("https://arr.example/#/library/radarr?a=1&", shown, StringComparison.Ordinal);
    }
}

using System.Text;
using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Notifications.Clients;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

public sealed class MailClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "PLAIN LOGIN")]
    [InlineData(false, "LOGIN")]
    [InlineData(true, "PLAIN")]
    public async Task A_mail_arrives_over_tls_with_its_text(bool isTlsAtOnce, string mechanisms)
    {
        await using var server = FakeMailServer.Start(isTlsAtOnce);
        server.Mechanisms = mechanisms;

        await SendAsync(server, ClientBench.Message("Käse & *🎬*\r\nBcc: evil@example.com", ".\r\nfirst\n.\n<b>ä</b>") with { Severity = EventSeverity.Error });

        var mail = Assert.Single(server.Mails);
        Assert.True(mail.IsSecure);
        Assert.Equal(("arr@example.com", "me@example.com|you@example.com"), (mail.From, string.Join('|', mail.To)));
        Assert.Equal("Käse & *🎬*  Bcc: evil@example.com", FakeNtfy.Decoded(Header(mail, "Subject")));
        Assert.Equal("\"Arr Functions\" <arr@example.com>", Header(mail, "From"));
        Assert.Equal("Sun, 22 Nov 2026 02:30:00 +0000", Header(mail, "Date"));
        Assert.Equal("<0123456789abcdef0123456789abcdef@arrfunctions.invalid>", Header(mail, "Message-ID"));
        Assert.Equal(".\r\nfirst\r\n.\r\n<b>ä</b>", Encoding.UTF8.GetString(Convert.FromBase64String(Body(mail.Source))));
        Assert.All(mail.Lines, line => Assert.InRange(line.Length, 0, 78));
        Assert.All(server.Commands.Where(command => command.StartsWith("AUTH", StringComparison.Ordinal)), command => Assert.Equal("AUTH over TLS", command));
    }

    [Fact]
    public async Task Files_go_along_and_those_that_the_server_would_refuse_are_named()
    {
        await using var server = FakeMailServer.Start();
        var content = Enumerable.Range(0, 100_000).Select(static number => (byte)number).ToArray();

        await SendAsync(server, ClientBench.Message(files: [ClientBench.File(content), ClientBench.File(new byte[30 * 1024 * 1024], "large.csv")]));

        var mail = Assert.Single(server.Mails);
        var parts = mail.Source.Split(Header(mail, "Content-Type").Split('"')[1]);
        Assert.Equal(5, parts.Length); // the header's own mention, before each part, and the end
        Assert.Equal("A text.\r\nlarge.csv (30.0 MB)", Encoding.UTF8.GetString(Convert.FromBase64String(Body(parts[2]))));
        Assert.Contains("filename=\"radarr-report.html\"", parts[3], StringComparison.Ordinal);
        Assert.Equal(content, Convert.FromBase64String(Body(parts[3])));
    }

    [Fact]
    public async Task A_password_is_not_sent_in_clear()
    {
        await using var server = FakeMailServer.Start();
        server.OffersStartTls = false;

        var failure = await FailureAsync(server);

        Assert.True(failure.IsFinal);
        Assert.Equal("mail (Smtp at localhost) offers no encryption, and the password is not sent without: use smtps:// in N__Url, or a server that offers STARTTLS", failure.Message);
        Assert.Equal(["EHLO"], server.Commands);
    }

    [Fact]
    public async Task Without_a_password_a_mail_goes_to_a_server_of_the_own_network_in_clear()
    {
        await using var server = FakeMailServer.Start();
        (server.OffersStartTls, server.Mechanisms) = (false, "");

        await SendAsync(server, ClientBench.Message(), Target(server) with { Token = null });

        Assert.False(Assert.Single(server.Mails).IsSecure);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_ends_it()
    {
        await using var server = FakeMailServer.Start();

        var failure = await Assert.ThrowsAsync<NotificationException>(() => new MailClient(Target(server), TimeSpan.FromSeconds(30), TimeProvider.System, trust: null).SendAsync(ClientBench.Message(), Cancellation));

        Assert.Contains("no secure connection could be made", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AUTH", "535 5.7.8 no", true, "refused the user name or the password (535): check N__User and N__Token")]
    [InlineData("AUTH", "454 4.7.0 later", false, "cannot check the password now (454)")]
    [InlineData("RCPT", "550 5.1.1 nobody", true, "does not take the address of N__To (550)")]
    [InlineData("MAIL", "451 later", false, "does not take the address of N__From now (451)")]
    [InlineData("DATA", "552 too large", true, "finds the mail too large (552)")]
    [InlineData("EHLO", "421 closing", false, "does not take mail now (421 to EHLO)")]
    [InlineData("greeting", "554 no", true, "did not accept the mail (554 to its greeting)")]
    [InlineData("greeting", "hello, this is no mail server", false, "what answers is no mail server")]
    [InlineData("DATA", "", false, "the connection broke")]
    public async Task Trouble_at_any_step_is_told(string step, string reply, bool isFinal, string sentence)
    {
        await using var server = FakeMailServer.Start();
        server.Trouble = (word, _) => Task.FromResult(word == step ? reply : null);

        var failure = await FailureAsync(server);

        Assert.Equal(isFinal, failure.IsFinal);
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Secret, $"{failure}", StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b>\r\nRCPT TO:<evil@example.com")]
    [InlineData("ä@example.com")]
    public async Task What_is_no_address_is_never_sent(string to)
    {
        await using var server = FakeMailServer.Start();

        var failure = await FailureAsync(server, Target(server) with { To = [to] });

        Assert.True(failure.IsFinal);
        Assert.Contains("set N__To", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("RCPT over TLS", server.Commands);
    }

    [Fact]
    public async Task A_server_that_takes_a_mail_and_says_no_more_is_waited_for_thirty_seconds()
    {
        var clock = new ManualTimeProvider();
        await using var server = FakeMailServer.Start();
        using var took = new SemaphoreSlim(0);
        server.Trouble = async (word, gone) =>
        {
            if (word is "FROM")
            {
                took.Release();
                await Task.Delay(Timeout.Infinite, gone);
            }

            return word is "DATA" ? "354 go on" : null;
        };

        var sending = FailureAsync(server, clock: clock);
        await took.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(30));

        var failure = await sending;
        Assert.False(failure.IsFinal);
        Assert.Contains("did not answer within 30 s", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>It is in its queue: whoever sends it again sends it twice.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("421 4.4.2 too late")]
    [InlineData("what")]
    public async Task A_mail_that_was_taken_stays_so_however_the_server_says_good_bye(string farewell)
    {
        await using var server = FakeMailServer.Start();
        server.Trouble = (word, _) => Task.FromResult(word is "QUIT" ? farewell : null);

        await SendAsync(server, ClientBench.Message());

        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task What_was_said_before_the_encryption_is_no_reply_after_it()
    {
        await using var server = FakeMailServer.Start();
        server.Trouble = static (word, _) => Task.FromResult(word is "STARTTLS" ? "220 go ahead\r\n250-evil.example\r\n250 AUTH LOGIN" : null);
        server.Mechanisms = "PLAIN";

        await SendAsync(server, ClientBench.Message());

        Assert.True(Assert.Single(server.Mails).IsSecure);
        Assert.Equal(["EHLO", "STARTTLS", "EHLO over TLS", "AUTH over TLS"], server.Commands.Take(4));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_waited_for_thirty_seconds()
    {
        var clock = new ManualTimeProvider();
        await using var server = FakeMailServer.Start();
        using var asked = new SemaphoreSlim(0);
        server.Trouble = async (_, gone) =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, gone);
            return null;
        };

        var sending = FailureAsync(server, clock: clock);
        await asked.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Contains("did not answer within 30 s", (await sending).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp://127.0.0.1:1", "the connection was refused")]
    [InlineData("smtp://mail.invalid", "its host name is not known here")]
    [InlineData("smtp://169.254.169.254", "its address is link-local")]
    public async Task A_server_that_is_not_there_is_told(string url, string sentence)
    {
        await using var server = FakeMailServer.Start();

        var failure = await FailureAsync(server, Target(server) with { Url = new(url) });

        Assert.False(failure.IsFinal);
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    private static NotificationTarget Target(FakeMailServer server) => new()
    {
        Name = "mail",
        Kind = NotificationTargetKind.Smtp,
        Url = server.Url,
        User = server.User,
        Token = server.Secret,
        From = "Arr Functions <arr@example.com>",
        To = ["me@example.com", "Yö <you@example.com>"],
        Variable = "N",
    };

    private static Task SendAsync(FakeMailServer server, Notification notification, NotificationTarget? target = null, TimeProvider? clock = null) =>
        new NotificationClients(clock ?? TimeProvider.System, server.Trust).Of(target ?? Target(server)).SendAsync(notification, Cancellation);

    private static Task<NotificationException> FailureAsync(FakeMailServer server, NotificationTarget? target = null, TimeProvider? clock = null) =>
        Assert.ThrowsAsync<NotificationException>(() => SendAsync(server, ClientBench.Message(), target, clock));

    private static string Header(ReceivedMail mail, string name) =>
        mail.Source.Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static string Body(string part) => part.Split("\r\n\r\n", 2)[1].Split("--")[0].Replace("\r\n", "", StringComparison.Ordinal);
}

using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Mail: a plain text with the files. A password crosses nothing but TLS, and no mail leaves the own network without it (docs/decisions/0033-notification-services.md).</summary>
internal sealed class MailClient(NotificationTarget target, TimeSpan longest, TimeProvider clock, X509ChainPolicy? trust) : INotificationClient
{
    private const int LongestText = 256 * 1024;

    /// <summary>What most servers take; one that takes less says so.</summary>
    private const long LargestMail = 20 * 1024 * 1024;

    /// <summary>RFC 8314: TLS from the first byte.</summary>
    private readonly bool isTlsAtOnce = target.Url.Scheme is "smtps";

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await using var session = await SmtpSession.OpenAsync(target.Url.IdnHost.Trim('[', ']'), Port, trust, either.Token);
            await SendAsync(session, notification, either.Token);
        }
        catch (Exception failure) when (failure is not NotificationException && late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TargetRefusal.Late(target, longest);
        }
        catch (AuthenticationException failure)
        {
            throw TargetRefusal.Unreachable(target, "no secure connection could be made; is its certificate valid for this name", failure);
        }
        catch (SocketException failure)
        {
            throw TargetRefusal.Unreachable(target, NetworkFailure.Why(new HttpRequestException(
                failure.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData ? HttpRequestError.NameResolutionError : HttpRequestError.ConnectionError, inner: failure)), failure);
        }
        catch (ForbiddenAddressException failure)
        {
            throw TargetRefusal.Unreachable(target, failure.Message, failure);
        }
        catch (IOException failure)
        {
            throw TargetRefusal.Unreachable(target, "the connection broke, or what answers is no mail server; does it want smtps:// at this port", failure);
        }
    }

    private int Port => target.Url.Port > 0 ? target.Url.Port : isTlsAtOnce ? 465 : 587;

    /// <summary>RFC 5321 4.1.3: an address literal, where this machine's name is nobody's business.</summary>
    private static string Greeting => "EHLO [127.0.0.1]";

    private async Task SendAsync(SmtpSession session, Notification notification, CancellationToken cancellationToken)
    {
        if (isTlsAtOnce)
        {
            await session.SecureAsync(cancellationToken);
        }

        Expect(await session.ReadAsync(cancellationToken), "its greeting");
        var abilities = await session.AskAsync(Greeting, cancellationToken);
        Expect(abilities, "EHLO");
        if (!isTlsAtOnce && Can(abilities, "STARTTLS") is not null)
        {
            Expect(await session.AskAsync("STARTTLS", cancellationToken), "STARTTLS");
            await session.SecureAsync(cancellationToken);
            abilities = await session.AskAsync(Greeting, cancellationToken);
            Expect(abilities, "EHLO");
        }

        RefuseClear(session);
        await SignInAsync(session, abilities, cancellationToken);
        await AddressAsync(session, cancellationToken);
        await WriteAsync(session, notification, abilities, cancellationToken);
        await session.LeaveAsync(cancellationToken);
    }

    private void RefuseClear(SmtpSession session)
    {
        if (!session.IsSecure && (target.Token is not null || !PrivateAddress.Is(session.Peer)))
        {
            throw TargetRefusal.Final(target.Token is not null
                ? $"{target} offers no encryption, and the password is not sent without: use smtps:// in {target.Variable}__Url, or a server that offers STARTTLS"
                : $"{target} offers no encryption, and lies outside your network: use smtps:// in {target.Variable}__Url, or a server that offers STARTTLS");
        }
    }

    private async Task SignInAsync(SmtpSession session, SmtpReply abilities, CancellationToken cancellationToken)
    {
        if (target.Token is not { } password)
        {
            return;
        }

        var user = target.User ?? target.From ?? "";
        var offered = Can(abilities, "AUTH")?.Split(' ') ?? [];
        SmtpReply reply;
        if (offered.Contains("PLAIN", StringComparer.OrdinalIgnoreCase) || offered is [])
        {
            reply = await session.AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken);
        }
        else
        {
            reply = await session.AskAsync("AUTH LOGIN", cancellationToken);
            reply = reply.Code is 334 ? await session.AskAsync(Base64(user), cancellationToken) : reply;
            reply = reply.Code is 334 ? await session.AskAsync(Base64(password), cancellationToken) : reply;
        }

        if (reply.Code is not 235)
        {
            throw reply.IsPassing
                ? new NotificationException($"{target} cannot check the password now ({reply}): it is asked again later")
                : TargetRefusal.Final($"{target} refused the user name or the password ({reply}): check {target.Variable}__User and {target.Variable}__Token");
        }
    }

    private async Task AddressAsync(SmtpSession session, CancellationToken cancellationToken)
    {
        await EnvelopeAsync("MAIL FROM", target.From, "From");
        foreach (var to in target.To.DefaultIfEmpty(null!))
        {
            await EnvelopeAsync("RCPT TO", to, "To");
        }

        async Task EnvelopeAsync(string command, string? text, string setting)
        {
            // What is no address of ASCII could end the line, and begin a command.
            if (!MailAddress.TryCreate(text, out var address) || !address.Address.All(static letter => letter is > ' ' and <= '~' and not ('<' or '>')))
            {
                throw TargetRefusal.Final($"{target} has no address to put there: set {target.Variable}__{setting}, such as me@example.com");
            }

            var reply = await session.AskAsync($"{command}:<{address.Address}>", cancellationToken);
            if (!reply.IsSuccess)
            {
                throw reply.IsPassing
                    ? new NotificationException($"{target} does not take the address of {target.Variable}__{setting} now ({reply}): it is asked again later")
                    : TargetRefusal.Final($"{target} does not take the address of {target.Variable}__{setting} ({reply}): check it, and whether the server wants a user and a password");
            }
        }
    }

    private async Task WriteAsync(SmtpSession session, Notification notification, SmtpReply abilities, CancellationToken cancellationToken)
    {
        var (open, said) = await SentFiles.Of(target, notification.Files, Room(abilities)).OpenAsync(cancellationToken);
        var link = notification.Link is { } page ? $"\n\n{page.AbsoluteUri}" : "";
        var mail = new MimeMail(target, notification, WholeText.Fit(said.Under(notification.Text), LongestText) + link);
        try
        {
            Expect(await session.AskAsync("DATA", cancellationToken), "DATA");
            await mail.WriteAsync(session.Body, open, cancellationToken);
            Expect(await session.AskAsync(".", cancellationToken), "the mail");
        }
        finally
        {
            foreach (var file in open)
            {
                await file.Content.DisposeAsync();
            }
        }
    }

    /// <summary>Bytes of files that fit, Base64 being longer than they are (RFC 1870).</summary>
    private static long Room(SmtpReply abilities)
    {
        var most = long.TryParse(Can(abilities, "SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? Math.Min(size, LargestMail) : LargestMail;
        return Math.Max(0, (most - MimeMail.SizeOf(LongestText)) / 78 * 57);
    }

    /// <summary>What stands behind an ability of the server; null: it does not have it.</summary>
    private static string? Can(SmtpReply abilities, string ability) => abilities.Lines
        .Skip(1)
        .Where(line => line.Equals(ability, StringComparison.OrdinalIgnoreCase) || line.StartsWith($"{ability} ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line.Length > ability.Length ? line[(ability.Length + 1)..].Trim() : "")
        .FirstOrDefault();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private void Expect(SmtpReply reply, string step)
    {
        if (!reply.IsSuccess)
        {
            throw reply.Code switch
            {
                552 => TargetRefusal.Final($"{target} finds the mail too large ({reply}): leave out its files with {target.Variable}__Attach=false"),
                _ when reply.IsPassing => new($"{target} does not take mail now ({reply} to {step}): it is asked again later"),
                _ => TargetRefusal.Final($"{target} did not accept the mail ({reply} to {step}): its own log tells why"),
            };
        }
    }
}

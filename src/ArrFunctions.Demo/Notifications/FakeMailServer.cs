using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ArrFunctions.Demo.Notifications;

/// <summary>A mail server on loopback: STARTTLS or TLS at once, a password, a largest mail, and trouble at any step.</summary>
public sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly X509Certificate2 certificate;
    private Task listening = Task.CompletedTask;

    private FakeMailServer() => certificate = MakeCertificate();

    public string User { get; init; } = "arr";

    /// <summary>Password.</summary>
    public string Secret { get; } = $"s3cret{Guid.NewGuid():N}";

    /// <summary>Whether it speaks TLS from the first byte.</summary>
    public bool IsTlsAtOnce { get; init; }

    public bool OffersStartTls { get; set; } = true;

    /// <summary>Bytes, as its SIZE says.</summary>
    public long LargestMail { get; set; } = 35 * 1024 * 1024;

    /// <summary>As its AUTH says.</summary>
    public string Mechanisms { get; set; } = "PLAIN LOGIN";

    /// <summary>What is answered to a command in the place of what it says; an empty one breaks the connection.</summary>
    public Func<string, CancellationToken, Task<string?>> Trouble { get; set; } = static (_, _) => Task.FromResult<string?>(null);

    public Uri Url => new($"{(IsTlsAtOnce ? "smtps" : "smtp")}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>First words of all commands, with whether they came over TLS.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>Believes the certificate of this server alone.</summary>
    public X509ChainPolicy Trust => new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck };

    public static FakeMailServer Start(bool isTlsAtOnce = false)
    {
        var server = new FakeMailServer { IsTlsAtOnce = isTlsAtOnce };
        server.listener.Start();
        server.listening = server.ListenAsync();
        return server;
    }

    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "It was started by this object, and ends with it.")]
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        listener.Stop();
        listener.Dispose();
        stop.Dispose();
        certificate.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException && stop.IsCancellationRequested)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            stream = IsTlsAtOnce ? await SecureAsync(stream) : stream;
            await SayAsync(stream, await Trouble("greeting", stop.Token) ?? "220 mail.example ESMTP");
            var talk = new Talk(this, stream);
            while (await LineAsync(talk.Stream) is { } line && await talk.AnswerAsync(line))
            {
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The other side went, or did not believe the certificate.
        }
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secure;
    }

    private async Task SayAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{text}\r\n"), stop.Token);

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var letter = new byte[1];
        while (await stream.ReadAsync(letter, stop.Token) > 0)
        {
            if (letter[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(letter[0]);
        }

        return null;
    }

    /// <summary>One conversation.</summary>
    private sealed class Talk(FakeMailServer server, Stream stream)
    {
        private readonly List<string> to = [];
        private string from = "";
        private bool isSignedIn;

        public Stream Stream { get; private set; } = stream;

        private bool IsSecure => Stream is SslStream;

        public async Task<bool> AnswerAsync(string line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            server.commands.Enqueue($"{word}{(IsSecure ? " over TLS" : "")}");
            var trouble = await server.Trouble(word, server.stop.Token);
            if (trouble is { Length: 0 })
            {
                return false;
            }

            await server.SayAsync(Stream, trouble ?? await ReplyAsync(word, line));
            if (word is "STARTTLS" && (trouble is null || trouble.StartsWith("220", StringComparison.Ordinal)))
            {
                Stream = await server.SecureAsync(Stream);
            }

            return word is not "QUIT";
        }

        private async Task<string> ReplyAsync(string word, string line) => word switch
        {
            "EHLO" => Abilities(),
            "STARTTLS" => "220 go ahead",
            "AUTH" => await SignInAsync(line.Split(' ')),
            "MAIL" when !isSignedIn && server.Mechanisms.Length > 0 => "530 5.7.0 authentication required",
            "MAIL" => Keep(() => from = Between(line)),
            "RCPT" => Keep(() => to.Add(Between(line))),
            "DATA" => await DataAsync(),
            "QUIT" => "221 bye",
            _ => "500 what",
        };

        private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

        private static string Keep(Action keep)
        {
            keep();
            return "250 ok";
        }

        private string Abilities() => string.Join("\r\n",
        [
            "250-mail.example",
            $"250-SIZE {server.LargestMail}",
            .. !IsSecure && server.OffersStartTls ? ["250-STARTTLS"] : (string[])[],
            .. server.Mechanisms.Length > 0 ? [$"250-AUTH {server.Mechanisms}"] : (string[])[],
            "250 8BITMIME",
        ]);

        private async Task<string> SignInAsync(string[] words)
        {
            string user, password;
            if (words[1] is "PLAIN")
            {
                var parts = Encoding.UTF8.GetString(Convert.FromBase64String(words[2])).Split('\0');
                (user, password) = (parts[1], parts[2]);
            }
            else
            {
                user = await AskAsync("Username:");
                password = await AskAsync("Password:");
            }

            isSignedIn = (user, password) == (server.User, server.Secret);
            return isSignedIn ? "235 welcome" : "535 5.7.8 authentication failed";
        }

        private async Task<string> AskAsync(string what)
        {
            await server.SayAsync(Stream, $"334 {Convert.ToBase64String(Encoding.ASCII.GetBytes(what))}");
            return Encoding.UTF8.GetString(Convert.FromBase64String(await server.LineAsync(Stream) ?? ""));
        }

        private async Task<string> DataAsync()
        {
            await server.SayAsync(Stream, "354 end with a dot");
            var lines = new List<string>();
            while (await server.LineAsync(Stream) is { } line && line is not ".")
            {
                lines.Add(line.StartsWith('.') ? line[1..] : line);
            }

            if (lines.Sum(static line => line.Length + 2L) > server.LargestMail)
            {
                return "552 too large";
            }

            server.mails.Enqueue(new(from, [.. to], lines, IsSecure));
            return "250 queued";
        }
    }
}

/// <summary>A mail as it came.</summary>
/// <param name="Lines">Without the dots that SMTP adds.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, IReadOnlyList<string> Lines, bool IsSecure)
{
    public string Source => string.Join("\r\n", Lines);
}

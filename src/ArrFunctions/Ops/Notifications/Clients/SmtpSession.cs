using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>A conversation with a mail server: lines there, replies back (RFC 5321), over TLS once that is asked for (RFC 3207, RFC 8314).</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private const int LongestLine = 4096;

    private const int MostLines = 100;

    private readonly string host;
    private readonly X509ChainPolicy? trust;
    private readonly byte[] buffer = new byte[LongestLine];
    private Stream stream;
    private int filled;
    private int taken;

    private SmtpSession(Stream stream, string host, X509ChainPolicy? trust)
    {
        (this.stream, this.host, this.trust) = (stream, host, trust);
        Peer = ((stream as NetworkStream)?.Socket.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
    }

    /// <summary>Whom it is connected to.</summary>
    public IPAddress Peer { get; }

    public bool IsSecure => stream is SslStream;

    public Stream Body => stream;

    public static async Task<SmtpSession> OpenAsync(string host, int port, X509ChainPolicy? trust, CancellationToken cancellationToken) =>
        new(await GuardedConnect.OpenAsync(new DnsEndPoint(host, port), cancellationToken), host, trust);

    /// <summary>From here on all is encrypted. What was sent before it in clear is forgotten, so that nobody puts commands or replies in front.</summary>
    public async Task SecureAsync(CancellationToken cancellationToken)
    {
        (filled, taken) = (0, 0);
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = secure;
        await secure.AuthenticateAsClientAsync(new() { TargetHost = host, CertificateChainPolicy = trust?.Clone() }, cancellationToken);
    }

    public async Task<SmtpReply> AskAsync(string line, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Says good-bye. What was taken stays taken, whatever comes of that.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync("QUIT", cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // Some servers hang up first, or never answer.
        }
    }

    /// <exception cref="IOException">It is no reply, or the connection ended.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                break;
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] is ' ')
            {
                return new(code, lines);
            }
        }

        throw new IOException("It is no reply of a mail server.");
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (line.Count < LongestLine)
        {
            if (taken == filled)
            {
                (taken, filled) = (0, await stream.ReadAsync(buffer, cancellationToken));
                if (filled == 0)
                {
                    throw new EndOfStreamException();
                }
            }

            var letter = buffer[taken++];
            if (letter == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(letter);
        }

        throw new IOException("A line does not end.");
    }
}

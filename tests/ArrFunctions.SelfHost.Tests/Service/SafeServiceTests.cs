using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ArrFunctions.SelfHost.Tests.Commands;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>What the running service does with requests that are too large, and with certificates that change.</summary>
public sealed class SafeServiceTests : IDisposable
{
    private readonly ServiceFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string CertificatePath => Path.Combine(folder.Media, "certificate.pem");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);
        using var client = ServiceClient.Of(service, folder.Data);
        var body = $"{{\"name\":\"{new string('n', 1024 * 1024)}\"}}";

        var (status, problem) = await client.PostAsync("api/keys", body);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge"), (status, problem.GetProperty("code").GetString()));

        using var chunked = new HttpRequestMessage(HttpMethod.Post, "api/keys") { Content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(body))) };
        chunked.Headers.TransferEncodingChunked = true;
        (status, problem) = await client.SendAsync(chunked);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "bodyTooLarge"), (status, problem.GetProperty("code").GetString()));

        Assert.StartsWith("HTTP/1.1 414", await RawAsync(service, $"GET /{new string('x', 9000)} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 400",
            await RawAsync(service, $"POST /api/config/validate HTTP/1.1\r\nHost: x\r\nX-Api-Key: {ServiceClient.InitialKey(folder.Data)}\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"),
            StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431", await RawAsync(service, $"GET / HTTP/1.1\r\nHost: x\r\nX-Large: {new string('x', 40_000)}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_made_on_the_command_line_counts_at_once_and_one_that_was_revoked_not_any_more()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);

        var made = await CommandRun.OfAsync("keys", "create", "rescue", "--role", "admin", "--data", folder.Data);
        Assert.Equal(0, made.ExitCode);
        using var client = new ServiceClient(service.Address, made.Output.Trim());
        Assert.Equal(2, (await client.GetAsync("api/keys")).GetProperty("keys").GetArrayLength());

        var rotated = await CommandRun.OfAsync("keys", "rotate", "RESCUE", "--overlap", "1h", "--data", folder.Data);
        using var again = new ServiceClient(service.Address, rotated.Output.Trim());
        Assert.Equal(3, (await again.GetAsync("api/keys")).GetProperty("keys").GetArrayLength());
        Assert.Equal(3, (await client.GetAsync("api/keys")).GetProperty("keys").GetArrayLength());

        Assert.Equal(0, (await CommandRun.OfAsync("keys", "revoke", "rescue", "--data", folder.Data)).ExitCode);
        var (status, _) = await again.PostAsync("api/queue/pause");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(1, (await CommandRun.OfAsync("keys", "revoke", "initial", "--data", folder.Data)).ExitCode);
    }

    [Fact]
    public async Task A_certificate_that_is_renewed_is_given_to_new_connections_and_open_ones_stay()
    {
        await WriteCertificateAsync("first");
        await using var service = await ServiceProcess.StartAsync(
            ["--data", folder.Data, "--urls", "https://127.0.0.1:0"], ("Http__Certificate__Path", CertificatePath));
        await using var open = await ConnectAsync(service);
        Assert.Equal("CN=first", open.RemoteCertificate!.Subject);

        await WriteCertificateAsync("second");
        await using (var renewed = await ConnectAsync(service))
        {
            Assert.Equal("CN=second", renewed.RemoteCertificate!.Subject);
        }

        await File.WriteAllTextAsync(CertificatePath, "half of a renewal", Cancellation);
        await using (var kept = await ConnectAsync(service))
        {
            Assert.Equal("CN=second", kept.RemoteCertificate!.Subject);
        }

        await open.WriteAsync("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancellation);
        using var reader = new StreamReader(open);
        Assert.StartsWith("HTTP/1.1 200", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("the one before stays in use", service.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", true, "no address of --urls begins with https://")]
    [InlineData("https://127.0.0.1:0", false, "an https address needs a certificate")]
    [InlineData("https://127.0.0.1:0", true, "hold no certificate with its private key")]
    public async Task A_certificate_that_cannot_be_used_is_told_at_the_start(string urls, bool hasCertificate, string told)
    {
        await File.WriteAllTextAsync(CertificatePath, "no certificate", Cancellation);

        var run = await CommandRun.OfAsync(hasCertificate ? [("Http__Certificate__Path", CertificatePath)] : [], "--data", folder.Data, "--urls", urls);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Errors, StringComparison.Ordinal);
    }

    private static async Task<string> RawAsync(ServiceProcess service, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, service.Address.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        var answer = new byte[64];
        var length = await client.GetStream().ReadAsync(answer, Cancellation);
        return Encoding.ASCII.GetString(answer, 0, length);
    }

    private static async Task<SslStream> ConnectAsync(ServiceProcess service)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, service.Address.Port, Cancellation);
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = static (_, shown, _, _) => shown?.Subject is "CN=first" or "CN=second" }, Cancellation);
        return stream;
    }

    /// <summary>As a renewal does: another file takes the name.</summary>
    private async Task WriteCertificateAsync(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var beside = $"{CertificatePath}.new";
        await File.WriteAllTextAsync(beside, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", Cancellation);
        File.Move(beside, CertificatePath, overwrite: true);
    }
}

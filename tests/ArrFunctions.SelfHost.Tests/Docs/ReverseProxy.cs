using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>A proxy that runs with its file of docs/proxies, in which only addresses, the port and the certificate are those of the test.</summary>
internal sealed partial class ReverseProxy : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-proxy-");
    private readonly Process process;
    private readonly ConcurrentQueue<string?> complaints = new();

    [SuppressMessage("ApiDesign", "RS0030", Justification = "A program of the machine that stands before the product.")]
    private ReverseProxy(string program, Uri service)
    {
        Port = FreePort();
        MakeCertificate();
        var shipped = Repository.Read($"docs/proxies/{FileOf(program)}")
            .Replace("127.0.0.1:7071", service.Authority, StringComparison.Ordinal)
            .Replace("/etc/ssl/", $"{folder.FullName}/", StringComparison.Ordinal);
        var (text, arguments) = program switch
        {
            "nginx" => (Nginx(shipped), (string[])["-p", folder.FullName, "-c", Configuration]),
            "caddy" => (Caddy(shipped), ["run", "--adapter", "caddyfile", "--config", Configuration]),
            _ => (Apache(shipped), ["-DFOREGROUND", "-d", folder.FullName, "-f", Configuration]),
        };
        File.WriteAllText(Configuration, text);
        process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardError = true, Environment = { ["HOME"] = folder.FullName, ["XDG_DATA_HOME"] = folder.FullName, ["XDG_CONFIG_HOME"] = folder.FullName },
        })!;
        process.ErrorDataReceived += (_, read) => complaints.Enqueue(read.Data);
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    private string Configuration => Path.Combine(folder.FullName, "configuration");

    private static string FileOf(string program) => program switch { "nginx" => "nginx.conf", "caddy" => "Caddyfile", _ => "apache.conf" };

    /// <summary>Started, and listening.</summary>
    public static async Task<ReverseProxy> StartAsync(string program, Uri service)
    {
        var proxy = new ReverseProxy(program, service);
        while (!await ListensAsync(proxy.Port))
        {
            Assert.False(proxy.process.HasExited, $"{program} ended: {string.Join('\n', proxy.complaints)}");
        }

        return proxy;
    }

    /// <summary>A browser whose name server knows the names of the file, and that comes from 127.0.0.2.</summary>
    public SocketsHttpHandler Browser() => new()
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = static (_, shown, _, _) => shown?.Subject is "CN=example.org" },
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private string Nginx(string shipped) => $$"""
        daemon off;
        user {{Environment.UserName}};
        pid {{folder.FullName}}/pid;
        error_log stderr;
        events {}
        http {
            access_log off;
            client_body_temp_path {{folder.FullName}}/body;
            proxy_temp_path {{folder.FullName}}/proxy;
            fastcgi_temp_path {{folder.FullName}}/fastcgi;
            uwsgi_temp_path {{folder.FullName}}/uwsgi;
            scgi_temp_path {{folder.FullName}}/scgi;
            {{shipped.Replace("listen 443 ssl", $"listen 127.0.0.1:{Port} ssl", StringComparison.Ordinal)}}
        }
        """;

    private string Caddy(string shipped) => $$"""
        {
            admin off
            auto_https disable_redirects
        }
        {{CaddySite.Replace(shipped, site => $"{site.Groups["name"].Value}:{Port} {{\n\tbind 127.0.0.1\n\ttls {folder.FullName}/example.org.pem {folder.FullName}/example.org.key")}}
        """;

    private string Apache(string shipped) => $"""
        ServerName localhost
        PidFile {folder.FullName}/pid
        DefaultRuntimeDir {folder.FullName}
        Mutex file:{folder.FullName}
        ErrorLog /dev/stderr
        {string.Concat(((string[])["mpm_event", "authz_core", "proxy", "proxy_http", "headers", "ssl", "socache_shmcb"]).Select(module => $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n"))}
        Listen 127.0.0.1:{Port}
        {shipped.Replace("*:443", $"*:{Port}", StringComparison.Ordinal)}
        """;

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("*.example.org");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder.FullName, "example.org.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.FullName, "example.org.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^(?<name>\w+\.example\.org) \{", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaddySite { get; }
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>nginx in front of a service, below a path that it tells nobody of (docs/proxies.md, <c>Http:PathBase</c>); a second port cuts the stream of events off.</summary>
internal sealed class NginxProxy : IDisposable
{
    public const string Prefix = "/arr";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-nginx-");
    private readonly Process process;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "A program of the machine that stands before the product.")]
    private NginxProxy(Uri service)
    {
        var (whole, cut) = (FreePort(), FreePort());
        (Whole, Cut) = (new($"http://127.0.0.1:{whole}{Prefix}/"), new($"http://127.0.0.1:{cut}{Prefix}/"));
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off;
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
                proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                proxy_set_header X-Forwarded-Proto $scheme;
                proxy_set_header X-Forwarded-Host $http_host;
                server {
                    listen 127.0.0.1:{{whole}};
                    location {{Prefix}} { proxy_pass {{Origin(service)}}; }
                }
                server {
                    listen 127.0.0.1:{{cut}};
                    location {{Prefix}}/api/events/stream { return 502; }
                    location {{Prefix}} { proxy_pass {{Origin(service)}}; }
                }
            }
            """);
        process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder.FullName, "-c", configuration]) { UseShellExecute = false, RedirectStandardError = true })!;
    }

    public Uri Whole { get; }

    public Uri Cut { get; }

    public static async Task<NginxProxy> StartAsync(Uri service)
    {
        Assert.SkipUnless(Tools.Has("nginx"), "nginx is the proxy.");
        var proxy = new NginxProxy(service);
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler);
        while (!await AnswersAsync(client, new Uri(proxy.Cut, "health")))
        {
            Assert.False(proxy.process.HasExited, "nginx ended.");
        }

        return proxy;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            return (await client.GetAsync(address, TestContext.Current.CancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Origin(Uri service) => service.GetLeftPart(UriPartial.Authority);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Signing in to the running service as a browser does, which keeps its cookies itself.</summary>
public sealed class ServiceSessionTests : IDisposable
{
    private readonly ServiceFolder folder = new();
    private readonly SocketsHttpHandler handler = new() { SslOptions = { RemoteCertificateValidationCallback = static (_, shown, _, _) => shown?.Subject is "CN=house" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        handler.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Somebody_signs_in_changes_something_and_signs_out()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);
        using var browser = Browser(service.Address);
        using var page = await browser.GetAsync("/", Cancellation);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, HttpMethod.Get, "/api/session"));

        var csrf = await SignInAsync(browser);
        var cookie = Assert.Single(handler.CookieContainer.GetAllCookies());
        Assert.Equal((true, false, "/"), (cookie.HttpOnly, cookie.Secure, cookie.Path));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, HttpMethod.Post, "/api/queue/pause"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Post, "/api/queue/pause", csrf));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(browser, HttpMethod.Delete, "/api/session", csrf));

        Assert.Empty(handler.CookieContainer.GetAllCookies());
        handler.CookieContainer.Add(service.Address, new Cookie(cookie.Name, cookie.Value));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, HttpMethod.Get, "/api/queue"));
        Assert.DoesNotContain(cookie.Value, service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_outlives_the_service_and_not_its_key()
    {
        string csrf;
        await using (var first = await ServiceProcess.StartAsync(folder.Data))
        {
            using var browser = Browser(first.Address);
            csrf = await SignInAsync(browser);
            await first.KillAsync();
        }

        await using var second = await ServiceProcess.StartAsync(folder.Data);
        using var again = Browser(second.Address);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(again, HttpMethod.Post, "/api/queue/pause", csrf));
        using var admin = ServiceClient.Of(second, folder.Data);
        var id = (await admin.GetAsync("api/keys")).GetProperty("keys")[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(again, HttpMethod.Post, $"/api/keys/{id}/rotate", csrf));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(again, HttpMethod.Get, "/api/queue"));
    }

    [Fact]
    public async Task Over_https_the_cookie_is_secure()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=house", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(folder.Media, "certificate.pem");
        await File.WriteAllTextAsync(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", Cancellation);
        await using var service = await ServiceProcess.StartAsync(["--data", folder.Data, "--urls", "https://127.0.0.1:0"], ("Http__Certificate__Path", path));
        using var browser = Browser(service.Address);

        await SignInAsync(browser);

        Assert.True(Assert.Single(handler.CookieContainer.GetAllCookies()) is { Secure: true, HttpOnly: true });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, HttpMethod.Get, "/api/queue"));
    }

    private HttpClient Browser(Uri address) => new(handler, disposeHandler: false) { BaseAddress = address };

    /// <returns>The CSRF token.</returns>
    private async Task<string> SignInAsync(HttpClient browser)
    {
        using var answer = await browser.PostAsJsonAsync("/api/session", new { key = ServiceClient.InitialKey(folder.Data) }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("csrfToken").GetString()!;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, HttpMethod method, string path, string? csrf = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (csrf is not null)
        {
            request.Headers.Add("X-CSRF-Token", csrf);
        }

        using var answer = await browser.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}

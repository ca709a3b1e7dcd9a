using System.Net;
using System.Text;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>What a stranger can do with a service that was just installed, before anybody has signed in: nothing.</summary>
public sealed class EmptyFolderTests : IDisposable
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    /// <summary>What would set something up, if it were let in.</summary>
    private static readonly (string Method, string Path, string Body)[] SettingUp =
    [
        ("PUT", "/api/config", """{"Audio:DryRun":false,"Webhooks:Secret":"mine"}"""),
        ("POST", "/api/keys", """{"name":"mine","role":"admin"}"""),
        ("POST", "/api/session", """{"key":""}"""),
        ("POST", "/api/session", """{"key":"af_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"""),
        ("POST", "/api/config/validate", """{"Audio":{"DryRun":false}}"""),
        ("POST", "/api/mappings/check", """{"path":"/"}"""),
        ("POST", "/api/webhook/radarr", """{"eventType":"Test"}"""),
    ];

    private readonly ServiceFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_route_refuses_a_stranger_by_every_method_and_nothing_changes()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data, ("Access__Failures", "1000000"));
        using var admin = ServiceClient.Of(service, folder.Data);
        var before = await StateAsync(admin);
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var stranger = new HttpClient(handler) { BaseAddress = service.Address };
        foreach (var (method, path) in KnownRoute.All.DistinctBy(known => known.Path).SelectMany(known => Methods, (known, method) => (method, known.Request().RequestUri!.OriginalString)))
        {
            if ((method, path) is not ("POST", "/api/session"))
            {
                await AssertRefusedAsync(stranger, method, path, body: null);
                await AssertRefusedAsync(stranger, method, path, body: null, "arrfunctions-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            }
        }

        foreach (var (method, path, body) in SettingUp)
        {
            await AssertRefusedAsync(stranger, method, path, body);
        }

        Assert.Equal(before, await StateAsync(admin));
    }

    private static async Task AssertRefusedAsync(HttpClient stranger, string method, string path, string? body, string? cookie = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await stranger.SendAsync(request, Cancellation);
        Assert.Equal((method, path, HttpStatusCode.Unauthorized), (method, path, answer.StatusCode));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    /// <summary>Keys, settings, jobs and lanes, as an admin sees them; when a key was used is what changes by looking.</summary>
    private static async Task<string> StateAsync(ServiceClient admin)
    {
        var keys = (await admin.GetAsync("api/keys")).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("id").GetString());
        var rest = await Task.WhenAll(((string[])["api/config", "api/jobs", "api/queue", "api/instances"]).Select(admin.GetAsync));
        return string.Join('\n', [.. keys, .. rest.Select(one => one.GetRawText())]);
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using ArrFunctions.Tests.Http;

namespace ArrFunctions.Tests.Ops.Access.Sessions;

/// <summary>A browser as far as sessions go: it keeps the cookie, and its page sends the CSRF token where it should.</summary>
internal sealed class Browser(HttpBench bench, string scheme = "http") : IDisposable
{
    private readonly HttpClient client = bench.Stranger(scheme);

    /// <summary>Of the last sign-in, with its attributes.</summary>
    public string SetCookie { get; private set; } = "";

    /// <summary>Name and value.</summary>
    public string Cookie { get; set; } = "";

    public string Csrf { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<JsonElement> SignInAsync(string key)
    {
        using var response = await TrySignInAsync(JsonSerializer.Serialize(new { key }));
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode is HttpStatusCode.OK, text);
        SetCookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Cookie = SetCookie.Split(';')[0];
        var view = JsonElement.Parse(text);
        Csrf = view.GetProperty("csrfToken").GetString()!;
        return view;
    }

    public Task<HttpResponseMessage> TrySignInAsync(string body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = type is "" ? null : new(type);
        return RawAsync(HttpMethod.Post, "api/session", content, headers);
    }

    /// <param name="path">Below <c>/api</c>.</param>
    /// <param name="headers">Beside the cookie.</param>
    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    /// <summary>With the CSRF token.</summary>
    public Task<Reply> ChangeAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) => SendAsync(method, path, [("X-CSRF-Token", Csrf), .. headers]);

    public async Task<Reply> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var response = await RawAsync(method, $"api/{path}", content: null, headers);
        return await Reply.OfAsync(response);
    }

    /// <param name="path">From the root.</param>
    /// <param name="content">The body.</param>
    /// <param name="headers">Beside the cookie.</param>
    public async Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (Cookie is not "")
        {
            request.Headers.Add("Cookie", $"theme=dark; {Cookie}");
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request, Cancellation);
    }

    public void Dispose() => client.Dispose();
}

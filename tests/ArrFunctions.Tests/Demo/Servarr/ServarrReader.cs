using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>Asks a fake over HTTP.</summary>
internal sealed class ServarrReader(FakeServarr fake) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { DefaultRequestHeaders = { { "X-Api-Key", fake.ApiKey } } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await http.GetByteArrayAsync(new Uri(fake.Url, $"api/v3/{path}"), Cancellation));

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(fake.Url, $"api/v3/{path}"), Cancellation);
        return response.StatusCode;
    }

    public async Task<JsonElement> PostAsync(string path, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync(new Uri(fake.Url, $"api/v3/{path}"), body, Cancellation);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
    }

    public void Dispose() => http.Dispose();
}

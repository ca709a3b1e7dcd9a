using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>Sends events as the applications do: once, on a connection of its own, following no redirect.</summary>
internal sealed class WebhookSender(ServarrApp app) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <exception cref="HttpRequestException">Nobody listens, or the answer is 400 or above.</exception>
    public async Task SendAsync(WebhookConnection connection, JsonObject payload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(connection.Method, connection.Url) { Content = new ByteArrayContent(WireJson.Bytes(payload)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd(app.UserAgent);
        request.Headers.ConnectionClose = true;
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        if (connection.UserName.Length + connection.Password.Length > 0)
        {
            var credentials = Convert.ToBase64String(Encoding.Latin1.GetBytes($"{connection.UserName}:{connection.Password}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }

        foreach (var (name, value) in connection.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if ((int)response.StatusCode >= 400)
        {
            throw new HttpRequestException($"{app.Name}: {connection} was answered {(int)response.StatusCode}.", inner: null, response.StatusCode);
        }
    }

    public void Dispose() => http.Dispose();
}

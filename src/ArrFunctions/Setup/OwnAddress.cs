using System.Net;
using System.Text;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.Setup;

/// <summary>Whether this program answers at an address that others are told to post to, as seen from here.</summary>
internal sealed class OwnAddress : IDisposable
{
    private readonly HttpClient http;

    public OwnAddress()
    {
        var handler = OutgoingHttp.Handler();
        handler.UseProxy = false;
        http = OutgoingHttp.Client(handler, "arrfunctions");
        http.Timeout = TimeSpan.FromSeconds(5);
        http.MaxResponseContentBufferSize = 64 * 1024;
    }

    public async Task<AddressAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync($"{url.OriginalString.TrimEnd('/')}/health", cancellationToken);
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return (int)response.StatusCode is >= 300 and < 400 ? AddressAnswer.Redirect
                : response.IsSuccessStatusCode && body.Contains("\"status\":\"healthy\"", StringComparison.Ordinal) ? AddressAnswer.Ours
                : AddressAnswer.SomebodyElse;
        }
        catch (HttpRequestException)
        {
            return AddressAnswer.None;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return AddressAnswer.None;
        }
    }

    /// <summary>Whether it can do its work; null where nobody says.</summary>
    public async Task<bool?> IsReadyAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync($"{url.OriginalString.TrimEnd('/')}/health/ready", cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => true,
                HttpStatusCode.ServiceUnavailable => false,
                _ => null,
            };
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}

/// <summary>Who answers at an address.</summary>
internal enum AddressAnswer
{
    Ours,
    SomebodyElse,

    /// <summary>The applications count it as a success, and follow none.</summary>
    Redirect,

    None,
}

namespace ArrFunctions.Ops.Http;

/// <summary>Sends a request to an address that only the connection learns. The events of the runtime name the path of each request as it is handed to the client, and with some services the path is the secret.</summary>
internal sealed class HiddenAddress : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<Uri> Whole = new("ArrFunctions.Address");

    /// <summary>A request that names nothing but the host.</summary>
    public static HttpRequestMessage Request(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, new Uri(address, "/"));
        request.Options.Set(Whole, address);
        return request;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = request.RequestUri;
        request.RequestUri = request.Options.TryGetValue(Whole, out var whole) ? whole : shown;
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = shown;
        }
    }
}

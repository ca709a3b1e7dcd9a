using System.Net;
using System.Text;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Reads lists of indexers over HTTP. What they hold is believed in nothing.</summary>
internal sealed class SourceReader : IDisposable
{
    private const int LargestBody = 1024 * 1024;
    private const int MostRedirects = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly TimeProvider clock;
    private readonly HttpClient http;

    public SourceReader(TimeProvider clock)
    {
        this.clock = clock;
        var handler = OutgoingHttp.Handler();
        handler.UseProxy = false;
        handler.AutomaticDecompression = DecompressionMethods.GZip;
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10);
        http = OutgoingHttp.Client(handler, "indexer-list");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = LargestBody;
        http.DefaultRequestHeaders.UserAgent.ParseAdd("ArrFunctions");
    }

    /// <exception cref="SourceException">It cannot be read.</exception>
    public async Task<string> ReadAsync(Uri source, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await FollowAsync(source, either.Token);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreadable(source, $"it did not answer within {Longest.TotalSeconds:0} s", failure);
        }
        catch (HttpRequestException failure)
        {
            throw Unreadable(source, Why(failure), failure);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> FollowAsync(Uri source, CancellationToken cancellationToken)
    {
        var address = source;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var response = await http.GetAsync(address, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)).TrimStart('\uFEFF');
            }

            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                throw Unreadable(source, $"it answers {(int)response.StatusCode}");
            }

            address = new Uri(address, location);
            if (address.Scheme is not ("http" or "https"))
            {
                throw Unreadable(source, "it leads to something else than http and https");
            }
        }

        throw Unreadable(source, $"it leads elsewhere more than {MostRedirects} times");
    }

    private static string Why(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded ? $"it is larger than {LargestBody / 1024 / 1024} MiB"
        : NetworkFailure.Why(failure);

    private static SourceException Unreadable(Uri source, string why, Exception? inner = null) => new($"{source.OriginalString} cannot be read: {why}", inner);
}

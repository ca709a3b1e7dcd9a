using System.Net;
using ArrFunctions.Platform;

namespace ArrFunctions.Servarr;

/// <summary>The HTTP client of one instance, with its key.</summary>
internal static class ServarrHttp
{
    /// <summary>A redirect means that the URL is wrong, and is not followed with the key. Instances are in the house: a proxy of the environment is for others.</summary>
    public static HttpClient Of(Instance instance)
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = GuardedConnect.OpenAsync,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            SslOptions = ServarrCertificates.Options(instance),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("ArrFunctions");
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", instance.ApiKey);
        return http;
    }
}

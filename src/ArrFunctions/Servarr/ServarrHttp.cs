using System.Net;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.Servarr;

/// <summary>The HTTP client of one instance, with its key.</summary>
internal static class ServarrHttp
{
    /// <summary>A redirect means that the URL is wrong, and is not followed with the key. Instances are in the house: a proxy of the environment is for others.</summary>
    public static HttpClient Of(Instance instance)
    {
        var handler = OutgoingHttp.Handler();
        handler.UseProxy = false;
        handler.AutomaticDecompression = DecompressionMethods.GZip;
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        handler.SslOptions = ServarrCertificates.Options(instance);
        var http = OutgoingHttp.Client(handler, instance.Name);
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("ArrFunctions");
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", instance.ApiKey);
        return http;
    }
}

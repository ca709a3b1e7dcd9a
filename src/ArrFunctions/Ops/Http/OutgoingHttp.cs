using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Http;

/// <summary>The one place that makes what sends requests.</summary>
internal static class OutgoingHttp
{
    /// <summary>
    /// Without a propagator the runtime makes no activity and tells no diagnostic listener of a request, from which every listener in this process could
    /// read it with its keys, and it sends no trace headers. It connects to no address that <see cref="GuardedConnect"/> refuses. A redirect would carry a key to somebody else; cookies are kept for nobody.
    /// </summary>
    public static SocketsHttpHandler Handler() => new()
    {
        ActivityHeadersPropagator = null, AllowAutoRedirect = false, UseCookies = false, ConnectCallback = GuardedConnect.OpenAsync,
    };

    /// <param name="handler">Made by <see cref="Handler"/>.</param>
    /// <param name="peer">Who is asked, as its spans name it.</param>
    public static HttpClient Client(SocketsHttpHandler handler, string peer) => new(new CallSpans(peer) { InnerHandler = handler });

    /// <summary>The same for those whose addresses are secrets: requests are made by <see cref="HiddenAddress.Request"/>.</summary>
    public static HttpClient HidingClient(SocketsHttpHandler handler, string peer) => new(new CallSpans(peer) { InnerHandler = new HiddenAddress { InnerHandler = handler } });
}

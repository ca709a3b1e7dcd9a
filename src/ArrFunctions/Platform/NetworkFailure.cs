using System.Net.Sockets;

namespace ArrFunctions.Platform;

/// <summary>Why no answer came of another program, in words.</summary>
internal static class NetworkFailure
{
    public static string Why(HttpRequestException failure) => failure.InnerException is ForbiddenAddressException forbidden ? forbidden.Message : failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its host name is not known here",
        HttpRequestError.SecureConnectionError => "no secure connection could be made; is its certificate valid, and does it speak https at this port",
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError =>
            "it did not answer in HTTP; does it want https at this port",
        _ => (failure.InnerException as SocketException)?.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "the connection was refused, nothing listens at this port",
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => "there is no way to its host",
            SocketError.TimedOut => "its host does not answer",
            _ => "the connection failed",
        },
    };
}

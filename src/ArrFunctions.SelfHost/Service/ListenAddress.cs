using System.Globalization;
using ArrFunctions.SelfHost.Commands;
using Microsoft.Extensions.Configuration;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Where the service listens: <c>--urls</c>, else <c>PORT</c>, else 7071 as Functions Core Tools does.</summary>
internal static class ListenAddress
{
    private const int UsualPort = 7071;

    /// <summary>On loopback, so that a service that was started by hand is seen by this machine alone; in a container, where only what is published is reached, on all addresses.</summary>
    /// <exception cref="SettingException">It is no address, or no port.</exception>
    public static IReadOnlyList<string> From(string? urls, IConfiguration environment)
    {
        if (urls is not null)
        {
            return Array.ConvertAll(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Checked);
        }

        // Kestrel falls back to IPv4 for *, and not for [::], where the kernel has no IPv6.
        var isContainer = string.Equals(environment["DOTNET_RUNNING_IN_CONTAINER"], "true", StringComparison.OrdinalIgnoreCase);
        return [string.Create(CultureInfo.InvariantCulture, $"http://{(isContainer ? "*" : "127.0.0.1")}:{Port(environment)}")];
    }

    /// <summary>A certificate and an address for it go together.</summary>
    /// <exception cref="SettingException">One is there without the other.</exception>
    public static void CheckCertificate(IReadOnlyList<string> urls, bool hasCertificate)
    {
        var isSecure = urls.Any(static url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        if (isSecure != hasCertificate)
        {
            throw new SettingException(isSecure
                ? "--urls: an https address needs a certificate. Set Http:Certificate:Path."
                : "Http:Certificate:Path is set, and no address of --urls begins with https://. Add one, such as --urls https://*:7443, or leave the certificate out.");
        }
    }

    /// <summary>Where a service that was started without <c>--urls</c> is found from the machine or the container that it runs in.</summary>
    /// <exception cref="SettingException">It is no port.</exception>
    public static Uri OnThisMachine(IConfiguration environment) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port(environment)}"));

    private static int Port(IConfiguration environment) => environment["PORT"] is { Length: > 0 } text ? Port(text) : UsualPort;

    private static int Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535
        ? port
        : throw new SettingException($"PORT: '{text}' is no port. Write a number from 1 to 65535.");

    private static string Checked(string url) =>
        Uri.TryCreate(url.Replace("://+", "://any", StringComparison.Ordinal).Replace("://*", "://any", StringComparison.Ordinal), UriKind.Absolute, out var parsed)
        && parsed.Scheme is "http" or "https"
            ? url
            : throw new SettingException($"--urls: '{url}' is no address to listen on. Write http://127.0.0.1:7071, or https:// with a certificate in Http:Certificate:Path.");
}

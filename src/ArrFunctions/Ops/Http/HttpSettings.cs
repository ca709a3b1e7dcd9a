using System.Net;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Http;

/// <summary>The section <c>Http</c>.</summary>
internal static class HttpSettings
{
    private static readonly ListSetting<IPNetwork> TrustedProxies = new(
        "Http:TrustedProxies", new("is no address or network such as 127.0.0.1 or 172.18.0.0/16", TryReadNetwork), Default: null,
        "reverse proxies whose X-Forwarded headers are believed: addresses or networks");

    private static readonly Setting<string> PathBase = new(
        "Http:PathBase", SettingKinds.Text("is no path such as /arrfunctions", IsPathBase), Default: null, "what a reverse proxy leaves in front of every path");

    private static readonly Setting<Uri> PublicUrl = new(
        "Http:PublicUrl", SettingKinds.Url, Default: null, "where the dashboard is reached from outside, with its path; for links in notifications");

    private static readonly Setting<bool> Hsts = new(
        "Http:Hsts", SettingKinds.Switch, "false", "over HTTPS, tell browsers to ask this host name by HTTPS alone, at every port");

    private static readonly ListSetting<string> CorsOrigins = new(
        "Http:Cors:Origins", SettingKinds.Text("is no origin such as https://dashboard.example.org: scheme, host and port, nothing behind", IsOrigin), Default: null,
        "origins whose pages may call this in a browser");

    private static readonly Setting<string> CertificatePath = new(
        "Http:Certificate:Path", SettingKinds.AbsolutePath, Default: null, "certificate for https addresses of --urls: PEM with its chain, or PFX; read again when it changes");

    private static readonly Setting<string> CertificateKeyPath = new(
        "Http:Certificate:KeyPath", SettingKinds.AbsolutePath, Default: null, "private key of a PEM certificate, where it is in a file of its own");

    private static readonly Setting<string> CertificatePassword = new(
        "Http:Certificate:Password", SettingKinds.Secret, Default: null, "password of the private key or the PFX");

    public static IReadOnlyList<Setting> All { get; } = [TrustedProxies, PathBase, PublicUrl.Live(), Hsts, CorsOrigins, CertificatePath, CertificateKeyPath, CertificatePassword];

    public static HttpOptions Read(SettingReader settings) => new()
    {
        TrustedProxies = settings.Get(TrustedProxies),
        PathBase = settings.Get(PathBase),
        PublicUrl = settings.TryGet(PublicUrl, out var publicUrl) ? publicUrl : null,
        Hsts = settings.Get(Hsts),
        CorsOrigins = settings.Get(CorsOrigins),
        Certificate = ReadCertificate(settings),
    };

    private static CertificateOptions? ReadCertificate(SettingReader settings)
    {
        var (key, password) = (settings.Get(CertificateKeyPath), settings.Get(CertificatePassword));
        if (settings.TryGet(CertificatePath, out var path))
        {
            return new(path, key, password);
        }

        if (!settings.Has(CertificatePath) && (key ?? password) is not null)
        {
            settings.Refuse($"{settings.NameOf(key is null ? CertificatePassword : CertificateKeyPath)} is set without Http:Certificate:Path. Name the certificate that it belongs to.");
        }

        return null;
    }

    private static bool TryReadNetwork(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address) && !text.Contains('%', StringComparison.Ordinal))
        {
            network = new(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    /// <summary>Whether a text can stand in front of every path: one slash, words of plain characters, no slash at the end.</summary>
    public static bool IsPathBase(string text) =>
        text.Length > 1 && text[0] is '/' && text[^1] is not '/' && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.' or '~')
        && text.Split('/')[1..].All(part => part is not ("" or "." or ".."));

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https"
        && text.Equals(origin.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), StringComparison.OrdinalIgnoreCase);
}

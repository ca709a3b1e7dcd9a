using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>The one instance of a service that <c>SONARR_URL</c> and <c>SONARR_API_KEY</c> make; it has the service's name.</summary>
internal static class FlatInstance
{
    public static IEnumerable<Setting> Settings(ServarrService service) => [Url(service), ApiKey(service), Authority(service)];

    /// <returns>Null when there is none, or it is wrong.</returns>
    public static NamedInstance? Read(SettingReader settings, ServarrService service)
    {
        var (url, apiKey) = (Url(service), ApiKey(service));
        if (settings.Has(url) != settings.Has(apiKey))
        {
            (Setting given, Setting missing) = settings.Has(url) ? ((Setting)url, (Setting)apiKey) : (apiKey, url);
            settings.Refuse($"{settings.NameOf(given)} is set without {missing.Key}. An instance needs both.");
        }

        if (settings.Has(Authority(service)) && !settings.Has(url))
        {
            settings.Refuse($"{settings.NameOf(Authority(service))} is set without {url.Key}. It belongs to an instance.");
        }

        var authority = settings.Get(Authority(service));

        // Both are read in any case, so that both are shown and all errors are told.
        var (hasUrl, hasKey) = (settings.TryGet(url, out var at), settings.TryGet(apiKey, out var key));
        return hasUrl && hasKey
            ? new(new() { Name = Name(service), Service = service, Url = at!, ApiKey = key!, CertificateAuthority = authority }, settings.NameOf(url))
            : null;
    }

    public static string Name(ServarrService service) => service.ToString().ToLowerInvariant();

    /// <summary>The key of its URL.</summary>
    public static string KeyOf(ServarrService service) => $"{service.ToString().ToUpperInvariant()}_URL";

    /// <summary>The key of its API key.</summary>
    public static string ApiKeyOf(ServarrService service) => $"{service.ToString().ToUpperInvariant()}_API_KEY";

    private static Setting<Uri> Url(ServarrService service) => new(
        KeyOf(service), SettingKinds.Url, Default: null, $"URL of the only {service} instance, with its URL base");

    private static Setting<string> ApiKey(ServarrService service) => new(
        ApiKeyOf(service), SettingKinds.ApiKey, Default: null, $"API key of the only {service} instance");

    private static Setting<CertificateAuthority> Authority(ServarrService service) => new(
        $"{service.ToString().ToUpperInvariant()}_CERTIFICATE_AUTHORITY",
        CertificateAuthority.Kind,
        Default: null,
        $"PEM file with the certificate of who signed the one of the only {service} instance, where the system does not trust it");
}

using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>The instances of the list <c>Servarr:Instances</c>.</summary>
internal static class ListedInstance
{
    public const string List = "Servarr:Instances";

    /// <summary>Words that routes have in the place of an instance.</summary>
    private static readonly HashSet<string> Reserved = new(
        ["webhook", "stats", "history", "sweep", "heal", "test", "discovery", "exports", "export", "compare", "search"], StringComparer.Ordinal);

    private static readonly SettingKind<string> InstanceName = SettingKinds.Text(
        $"{SettingKinds.Slug.Complaint}; {string.Join(", ", Reserved.Order(StringComparer.Ordinal))} are words of routes and cannot be names",
        static text => SettingKinds.Slug.TryRead(text, out _) && !Reserved.Contains(text));

    private static readonly Setting<string> Name = new(
        $"{List}:{{N}}:Name", InstanceName, Default: null, "name in routes and logs, unique over all services; may be left out where the service has one instance");

    private static readonly Setting<ServarrService> Service = new(
        $"{List}:{{N}}:Service", SettingKinds.Choice<ServarrService>(), Default: null, "`sonarr`, `radarr` or `prowlarr`");

    private static readonly Setting<Uri> Url = new($"{List}:{{N}}:Url", SettingKinds.Url, Default: null, "URL of the instance, with its URL base");

    private static readonly Setting<string> ApiKey = new($"{List}:{{N}}:ApiKey", SettingKinds.ApiKey, Default: null, "API key of the instance");

    private static readonly Setting<CertificateAuthority> Authority = new(
        $"{List}:{{N}}:CertificateAuthority",
        CertificateAuthority.Kind,
        Default: null,
        "PEM file with the certificate of who signed the one of the instance, where the system does not trust it");

    public static IReadOnlyList<Setting> Settings { get; } = [Name, Service, Url, ApiKey, Authority];

    /// <param name="flat">The instances beside the list.</param>
    public static IReadOnlyList<NamedInstance> ReadAll(SettingReader settings, IReadOnlyList<NamedInstance> flat)
    {
        var written = settings.Places(List).Select(place => Read(settings, place)).ToList();
        var services = written.Select(draft => draft.Service).Concat(flat.Select(named => (ServarrService?)named.Instance.Service)).ToList();
        return [.. written.Select(draft => Finish(settings, draft, services.Count(service => service == draft.Service))).OfType<NamedInstance>()];
    }

    private static Draft Read(SettingReader settings, int place)
    {
        foreach (var required in (Setting[])[Service.At(place), Url.At(place), ApiKey.At(place)])
        {
            if (!settings.Has(required))
            {
                settings.Refuse($"{required.Key} is missing. An instance needs Service, Url and ApiKey.");
            }
        }

        return new(
            place,
            settings.TryGet(Name.At(place), out var name) ? name : null,
            settings.TryGet(Service.At(place), out var service) ? service : null,
            settings.TryGet(Url.At(place), out var url) ? url : null,
            settings.TryGet(ApiKey.At(place), out var apiKey) ? apiKey : null,
            settings.Get(Authority.At(place)));
    }

    private static NamedInstance? Finish(SettingReader settings, Draft draft, int ofThisService)
    {
        var (nameSetting, serviceSetting) = (Name.At(draft.Place), Service.At(draft.Place));
        if (draft.Service is { } several && ofThisService > 1 && !settings.Has(nameSetting))
        {
            settings.Refuse($"{nameSetting.Key} is missing. There are {ofThisService} instances of {several}, so each needs a name.");
            return null;
        }

        var namedBy = settings.NameOf(settings.Has(nameSetting) ? nameSetting : serviceSetting);
        return draft is { Service: { } service, Url: { } url, ApiKey: { } apiKey }
            ? new(new() { Name = draft.Name ?? FlatInstance.Name(service), Service = service, Url = url, ApiKey = apiKey, CertificateAuthority = draft.Authority }, namedBy)
            : null;
    }

    private sealed record Draft(int Place, string? Name, ServarrService? Service, Uri? Url, string? ApiKey, CertificateAuthority? Authority)
    {
        /// <summary>Without the key.</summary>
        public override string ToString() => $"{Place}";
    }
}

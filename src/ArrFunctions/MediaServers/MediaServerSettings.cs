using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.MediaServers;

/// <summary>The list <c>MediaServers</c>.</summary>
internal static class MediaServerSettings
{
    private const string List = "MediaServers";

    private static readonly SettingKind<FolderPair> Pair = new(
        "is no pair of folders; write the one here, = and the one there: /data/tv=/media/tv", TryReadPair) { Show = static pair => pair.ToString() };

    private static readonly Setting<MediaServerKind> Kind = new(
        $"{List}:{{N}}:Kind", SettingKinds.Choice<MediaServerKind>(), Default: null, "`plex`, `jellyfin` or `emby`");

    private static readonly Setting<string> Name = new(
        $"{List}:{{N}}:Name",
        SettingKinds.Slug,
        Default: null,
        "name in logs and results, unique over all media servers; may be left out where it is the only one of its kind");

    private static readonly Setting<Uri> Url = new($"{List}:{{N}}:Url", SettingKinds.Url, Default: null, "URL of the media server, with its URL base");

    private static readonly Setting<string> ApiKey = new(
        $"{List}:{{N}}:ApiKey", SettingKinds.ApiKey, Default: null, "API key of Jellyfin or Emby, token of Plex");

    private static readonly ListSetting<FolderPair> PathMappings = new(
        $"{List}:{{N}}:PathMappings", Pair, Default: null, "where folders of this machine lie for the media server");

    public static IReadOnlyList<Setting> All { get; } = [Kind, Name, Url, ApiKey, PathMappings];

    public static MediaServerOptions Read(SettingReader settings)
    {
        var drafts = settings.Places(List).Select(place => Read(settings, place)).ToList();
        foreach (var alike in drafts.Where(draft => draft.Kind is not null).GroupBy(draft => draft.Kind).Where(alike => alike.Count() > 1))
        {
            foreach (var draft in alike.Where(draft => !settings.Has(Name.At(draft.Place))))
            {
                settings.Refuse($"{Name.At(draft.Place).Key} is missing. There are {alike.Count()} media servers of the kind {alike.Key}, so each needs a name.");
            }
        }

        var servers = drafts.Select(Finish).OfType<MediaServer>().ToList();
        foreach (var same in servers.GroupBy(server => server.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            settings.Refuse(
                $"{string.Join(" and ", same.Select(server => server.Variable))} have the same name, '{same.Key}'. Names are unique over all media servers.");
        }

        return new() { Servers = servers };
    }

    private static Draft Read(SettingReader settings, int place)
    {
        foreach (var required in (Setting[])[Kind.At(place), Url.At(place), ApiKey.At(place)])
        {
            if (!settings.Has(required))
            {
                settings.Refuse($"{required.Key} is missing. A media server needs Kind, Url and ApiKey.");
            }
        }

        return new(
            place,
            settings.TryGet(Kind.At(place), out var kind) ? kind : null,
            settings.TryGet(Name.At(place), out var name) ? name : null,
            settings.TryGet(Url.At(place), out var url) ? url : null,
            settings.TryGet(ApiKey.At(place), out var apiKey) ? apiKey : null,
            settings.Get(PathMappings.At(place)));
    }

    private static MediaServer? Finish(Draft draft) => draft is { Kind: { } kind, Url: { } url, ApiKey: { } apiKey }
        ? new()
        {
            Name = draft.Name ?? kind.ToString().ToLowerInvariant(),
            Kind = kind,
            Url = url,
            ApiKey = apiKey,
            PathMappings = draft.PathMappings,
            Variable = SettingKey.ToVariable($"{List}:{draft.Place}"),
        }
        : null;

    private static bool TryReadPair(string text, [MaybeNullWhen(false)] out FolderPair pair) => (pair = FolderPair.Read(text)) is not null;

    private sealed record Draft(int Place, MediaServerKind? Kind, string? Name, Uri? Url, string? ApiKey, IReadOnlyList<FolderPair> PathMappings)
    {
        /// <summary>Without the key.</summary>
        public override string ToString() => $"{Place}";
    }
}

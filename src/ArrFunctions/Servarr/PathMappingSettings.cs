using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>The list <c>Servarr:PathMappings</c>.</summary>
internal static class PathMappingSettings
{
    public const string List = "Servarr:PathMappings";

    private static readonly SettingKind<string> RemotePath = SettingKinds.Text(
        @"is no absolute path of an instance; write /tv, D:\TV or \\nas\tv", IsAbsolute);

    private static readonly Setting<string> From = new(
        $"{List}:{{N}}:From", RemotePath, Default: null, @"a folder as the instance names it: `/tv`, `D:\TV` or `\\nas\tv`");

    private static readonly Setting<string> To = new($"{List}:{{N}}:To", SettingKinds.AbsolutePath, Default: null, "the same folder here");

    private static readonly Setting<string> Instance = new(
        $"{List}:{{N}}:Instance", SettingKinds.Slug, Default: null, "the instance that the mapping holds for; without it, all");

    public static IReadOnlyList<Setting> All { get; } = [From, To, Instance];

    public static IReadOnlyList<PathMapping> Read(SettingReader settings, IReadOnlyList<string> instances) =>
        [.. settings.Places(List).Select(place => Read(settings, instances, place))];

    private static PathMapping Read(SettingReader settings, IReadOnlyList<string> instances, int place)
    {
        foreach (var required in (Setting[])[From.At(place), To.At(place)])
        {
            if (!settings.Has(required))
            {
                settings.Refuse($"{required.Key} is missing. A mapping needs From and To.");
            }
        }

        var mapping = new PathMapping(
            settings.Get(From.At(place)), settings.Get(To.At(place)), settings.TryGet(Instance.At(place), out var name) ? name : null);
        if (mapping.Instance is not null && !instances.Contains(mapping.Instance, StringComparer.Ordinal))
        {
            settings.Refuse($"{settings.NameOf(Instance.At(place))} names no instance. {Existing(instances)}");
        }

        return mapping;
    }

    private static string Existing(IReadOnlyList<string> instances) =>
        instances is [] ? "None is configured." : $"Configured are {string.Join(", ", instances)}.";

    private static bool IsAbsolute(string path) => path switch
    {
        ['/', ..] => true,
        ['\\', '\\', var server, ..] => server is not ('\\' or '/'),
        [var drive, ':', '\\' or '/', ..] => char.IsAsciiLetter(drive),
        _ => false,
    };
}

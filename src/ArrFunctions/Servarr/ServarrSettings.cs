using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>The section <c>Servarr</c>, and the flat names that the ecosystem uses (<c>SONARR_URL</c>, <c>SONARR_API_KEY</c>).</summary>
internal static class ServarrSettings
{
    public static IReadOnlyList<Setting> All { get; } =
        [.. Enum.GetValues<ServarrService>().SelectMany(FlatInstance.Settings), .. ListedInstance.Settings, .. PathMappingSettings.All];

    public static ServarrOptions Read(SettingReader settings)
    {
        var flat = Enum.GetValues<ServarrService>().Select(service => FlatInstance.Read(settings, service)).OfType<NamedInstance>().ToList();
        var listed = ListedInstance.ReadAll(settings, flat);
        var instances = flat.Concat(listed).ToList();
        foreach (var same in instances.GroupBy(named => named.Instance.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            settings.Refuse($"{string.Join(" and ", same.Select(named => named.NamedBy))} name the same instance, '{same.Key}'. Names are unique over all services.");
        }

        return new()
        {
            Instances = [.. instances.Select(named => named.Instance)],
            PathMappings = PathMappingSettings.Read(settings, [.. instances.Select(named => named.Instance.Name)]),
        };
    }
}

/// <summary>An instance, and what gave it its name.</summary>
internal sealed record NamedInstance(Instance Instance, string NamedBy);

using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Which stored settings make, change and remove an instance and its path mappings.</summary>
/// <param name="known">The instances of all sources that are in use.</param>
/// <param name="layers">What all sources say.</param>
/// <param name="values">What is stored.</param>
internal sealed class InstancePlans(IReadOnlyList<Instance> known, SettingLayers layers, StoredValues values)
{
    /// <summary>Of one instance. They are removed with it in one change, each setting with its event.</summary>
    public const int MostMappings = 15;

    private readonly IReadOnlyList<StoredInstance> stored = StoredInstance.Of(values);

    public InstancePlan Add(InstanceBody wanted)
    {
        if (Taken(wanted.Name!) is { } taken)
        {
            return new InstancePlan.Refused("nameTaken", $"There is an instance {taken} already. Names are unique over all services: take another one.");
        }

        var place = Free(ListedInstance.List).First();
        var settings = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal)
        {
            [Key(place, "Name")] = [wanted.Name!], [Key(place, "Service")] = [wanted.Service!], [Key(place, "Url")] = [wanted.Url!], [Key(place, "ApiKey")] = [wanted.ApiKey!],
        };
        if (wanted.CertificateAuthority is { Length: > 0 } authority)
        {
            settings[Key(place, "CertificateAuthority")] = [authority];
        }

        return new InstancePlan.Change(wanted.Name!, settings, Note("instance.added", wanted.Name!, "was added"));
    }

    public InstancePlan Change(string name, InstancePatch wanted)
    {
        if (Find(name) is not { } own)
        {
            return NotStored(name);
        }

        if (wanted is { Url: { } url, ApiKey: null } && SettingKinds.Url.TryRead(url.Trim(), out _) && !KeptSecrets.IsSameServer(url, own.Url))
        {
            return new InstancePlan.Refused(
                "keyNeeded", $"{url} is another address than {own.Name} has now, and a saved key is sent to no new one. Give its API key (Settings > General) once more.");
        }

        var settings = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal);
        foreach (var (member, text) in new[] { ("Url", wanted.Url), ("ApiKey", wanted.ApiKey), ("CertificateAuthority", wanted.CertificateAuthority) })
        {
            if (text is not null)
            {
                settings[Key(own.Place, member)] = member is "CertificateAuthority" && text.Length == 0 ? null : [text];
            }
        }

        return new InstancePlan.Change(own.Name, settings, Note("instance.changed", own.Name, "was changed"));
    }

    public InstancePlan Remove(string name) => Find(name) is not { } own ? NotStored(name) : new InstancePlan.Change(
        own.Name,
        StoredInstance.Keys(values, ListedInstance.List, own.Place)
            .Concat(StoredInstance.MappingsOf(values, own.Name).SelectMany(place => StoredInstance.Keys(values, PathMappingSettings.List, place)))
            .ToDictionary(static key => key, static _ => (IReadOnlyList<string>?)null, StringComparer.Ordinal),
        Note("instance.removed", own.Name, "was removed, and its path mappings with it"));

    /// <summary>Replaces the stored mappings that hold for this instance alone.</summary>
    public InstancePlan Map(string name, IReadOnlyList<MappingPair> mappings)
    {
        if (known.FirstOrDefault(instance => Is(instance.Name, name)) is not { Name: var own })
        {
            return new InstancePlan.Refused("unknownInstance", KnownInstances.Unknown(name, new() { Instances = known }));
        }

        var before = StoredInstance.MappingsOf(values, own);
        var settings = before.SelectMany(place => StoredInstance.Keys(values, PathMappingSettings.List, place))
            .ToDictionary(static key => key, static _ => (IReadOnlyList<string>?)null, StringComparer.Ordinal);
        foreach (var (mapping, place) in mappings.Zip(before.Concat(Free(PathMappingSettings.List))))
        {
            settings[InstanceOrigin.Key(PathMappingSettings.List, place, "From")] = [mapping.From!];
            settings[InstanceOrigin.Key(PathMappingSettings.List, place, "To")] = [mapping.To!];
            settings[InstanceOrigin.Key(PathMappingSettings.List, place, "Instance")] = [own];
        }

        return new InstancePlan.Change(own, settings, Note("instance.mapped", own, mappings is [] ? "has no path mappings of its own any more" : $"has other path mappings: {mappings.Count}"));
    }

    /// <summary>Where an instance that is not stored is set; a stored one that cannot be used is found by <see cref="Find"/>.</summary>
    private InstancePlan.Refused NotStored(string name) => known.FirstOrDefault(instance => Is(instance.Name, name)) is not { } instance
        ? new("unknownInstance", KnownInstances.Unknown(name, new() { Instances = known }))
        : new("notEditable", $"{instance.Name} is set by {InstanceOrigin.Of(layers, instance.Name, instance.Service)?.Name ?? "the start of the program"}. Change it there: that comes before what is stored.");

    private StoredInstance? Find(string name) => stored.FirstOrDefault(instance => Is(instance.Name, name));

    private string? Taken(string name) => known.Select(static instance => instance.Name).Concat(stored.Select(static instance => instance.Name)).FirstOrDefault(taken => taken == name);

    private IEnumerable<int> Free(string list) =>
        Enumerable.Range(StorableKeys.FirstPlace, int.MaxValue - StorableKeys.FirstPlace).Except(layers.Places(list)).Except(StoredInstance.Places(values, list));

    private static ChangeNote Note(string name, string instance, string what) => new(name, $"instance:{instance}", $"The instance {instance} {what}.");

    private static string Key(int place, string member) => InstanceOrigin.Key(ListedInstance.List, place, member);

    private static bool Is(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}

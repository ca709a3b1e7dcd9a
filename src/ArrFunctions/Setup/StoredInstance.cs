using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>An instance as the stored settings have it, whether it can be used or not.</summary>
/// <param name="Place">In <c>Servarr:Instances</c>.</param>
/// <param name="Name">Empty where it has neither name nor service.</param>
internal sealed record StoredInstance(int Place, string Name, string? Service, string? Url, string? CertificateAuthority)
{
    public static IReadOnlyList<StoredInstance> Of(StoredValues values) =>
    [
        .. Places(values, ListedInstance.List).Select(place => new StoredInstance(
            place,
            Text(values, ListedInstance.List, place, "Name") ?? Text(values, ListedInstance.List, place, "Service")?.ToLowerInvariant() ?? "",
            Text(values, ListedInstance.List, place, "Service")?.ToLowerInvariant(),
            Text(values, ListedInstance.List, place, "Url"),
            Text(values, ListedInstance.List, place, "CertificateAuthority"))),
    ];

    /// <summary>The places of the stored path mappings that hold for this one instance.</summary>
    public static IReadOnlyList<int> MappingsOf(StoredValues values, string name) =>
        [.. Places(values, PathMappingSettings.List).Where(place => name.Equals(Text(values, PathMappingSettings.List, place, "Instance"), StringComparison.OrdinalIgnoreCase))];

    /// <summary>The stored settings of one entry of a list.</summary>
    public static IEnumerable<string> Keys(StoredValues values, string list, int place) =>
        values.Texts.Keys.Where(key => key.StartsWith(InstanceOrigin.Key(list, place, ""), StringComparison.Ordinal) && SettingCatalogue.Find(key) is not null);

    /// <summary>The places of a list that have a stored value, in order.</summary>
    public static IEnumerable<int> Places(StoredValues values, string list) => values.Texts.Keys
        .Where(key => key.StartsWith($"{list}:", StringComparison.Ordinal))
        .Select(static key => SettingKey.PlaceOf(key)).OfType<int>().Distinct().Order();

    private static string? Text(StoredValues values, string list, int place, string member) =>
        values.Texts.GetValueOrDefault(InstanceOrigin.Key(list, place, member)) is [var text] ? text.Trim() : null;
}

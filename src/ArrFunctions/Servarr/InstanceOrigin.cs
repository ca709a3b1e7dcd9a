using System.Globalization;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>Where an instance and its path mappings are set.</summary>
internal static class InstanceOrigin
{
    /// <returns>Where its URL stands; null where no source has it, as with an instance that a command made.</returns>
    public static SettingEntry? Of(SettingLayers layers, string name, ServarrService service)
    {
        var word = FlatInstance.Name(service);
        return layers.Places(ListedInstance.List)
            .Where(place => Text(layers, place, "Name") is { } own ? own == name : name == word && word.Equals(Text(layers, place, "Service"), StringComparison.OrdinalIgnoreCase))
            .Select(place => layers.Find(Key(ListedInstance.List, place, "Url"))?.Entry)
            .FirstOrDefault() ?? (name == word ? layers.Find(FlatInstance.KeyOf(service))?.Entry : null);
    }

    /// <summary>The path mappings that hold for an instance, each with where it is set.</summary>
    public static IReadOnlyList<(PathMapping Mapping, SettingEntry? Entry)> Mappings(SettingLayers layers, IReadOnlyList<PathMapping> all, string name)
    {
        // The options have them in the order of their places.
        var places = layers.Places(PathMappingSettings.List).ToList();
        return
        [
            .. all.Index()
                .Where(one => one.Item.Instance is null || one.Item.Instance.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(one => (one.Item, places.Count == all.Count ? layers.Find(Key(PathMappingSettings.List, places[one.Index], "From"))?.Entry : null)),
        ];
    }

    public static string Key(string list, int place, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}:{place}:{member}");

    private static string? Text(SettingLayers layers, int place, string member) =>
        layers.Find(Key(ListedInstance.List, place, member)) is { Items: [var only] } ? only.Text?.Trim() : null;
}

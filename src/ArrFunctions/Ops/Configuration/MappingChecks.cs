using System.Globalization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Whether each entry of <c>Servarr:PathMappings</c> has an effect.</summary>
internal static class MappingChecks
{
    public static void Run(ConfigurationResult.Valid valid, Findings findings)
    {
        var mappings = valid.Options.Servarr.PathMappings;
        var places = valid.Layers.Places("Servarr:PathMappings").ToList();
        for (var place = 0; place < mappings.Count; place++)
        {
            var mapping = mappings[place];
            var key = string.Create(CultureInfo.InvariantCulture, $"Servarr:PathMappings:{places[place]}");
            if (mappings.Take(place).FirstOrDefault(earlier => IsSame(earlier, mapping)) is { } first)
            {
                findings.Warn(
                    "mappingShadowed",
                    $"{key}: {mapping.From} is mapped{(mapping.Instance is { } instance ? $" for {instance}" : "")} to {first.To} already, and the first of two holds. Remove one of them.",
                    valid.Layers.Place($"{key}:From"));
            }
            else if (mapping.Instance is null && IsShadowed(mapping, valid.Options.Servarr))
            {
                findings.Warn(
                    "mappingShadowed",
                    $"{key}: every instance has a mapping of its own for {mapping.From}, so this one never holds. Remove it.",
                    valid.Layers.Place($"{key}:From"));
            }

            if (valid.Options.Audio.Roots is { Count: > 0 } roots && !roots.Any(root => RootChecks.IsWithin(mapping.To, root) || RootChecks.IsWithin(root, mapping.To)))
            {
                findings.Warn(
                    "mappingOutsideRoots",
                    $"{key}: {mapping.To} lies in no folder of Audio:Roots, so that none of its files is touched. Add it there, or correct it.",
                    valid.Layers.Place($"{key}:To"));
            }
        }
    }

    private static bool IsSame(PathMapping left, PathMapping right) =>
        string.Equals(left.Instance, right.Instance, StringComparison.OrdinalIgnoreCase) && IsSameFolder(left, right);

    /// <summary>A mapping for one instance comes before one for all.</summary>
    private static bool IsShadowed(PathMapping general, ServarrOptions servarr)
    {
        var managing = servarr.Instances.Where(static instance => instance.Service is not ServarrService.Prowlarr).ToList();
        return managing.Count > 0 && managing.TrueForAll(instance => servarr.PathMappings.Any(own => own.Instance == instance.Name && IsSameFolder(own, general)));
    }

    private static bool IsSameFolder(PathMapping left, PathMapping right) =>
        (RemotePath.Parse(left.From), RemotePath.Parse(right.From)) is ({ } one, { } other) && one.IsWithin(other) && other.IsWithin(one);
}

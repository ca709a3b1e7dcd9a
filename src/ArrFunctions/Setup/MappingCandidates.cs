using System.Globalization;

namespace ArrFunctions.Setup;

/// <summary>What is wrong with mappings and media folders that somebody wants to try.</summary>
internal static class MappingCandidates
{
    private const int MostRoots = 20;

    /// <returns>A code and a sentence; null: nothing.</returns>
    public static (string Code, string Sentence)? Objection(MappingCheckBody body) => body switch
    {
        { Mappings: not null, Instance: null } => ("instanceNeeded", "mappings are those of one instance: name it."),
        { Mappings.Count: > InstancePlans.MostMappings } or { Roots.Count: > MostRoots } => (
            "tooMany", string.Create(CultureInfo.InvariantCulture, $"At most {InstancePlans.MostMappings} mappings and {MostRoots} roots are tried at once.")),
        { Mappings: { } mappings } when mappings.Any(static mapping => mapping is not { From: not (null or ""), To: not null } || !IsFolder(mapping.To)) => (
            "mappingInvalid", "A mapping has a folder as the instance names it (from) and the absolute path of the same folder here (to)."),
        { Roots: { } roots } when roots.Any(static root => !IsFolder(root)) => ("rootInvalid", "A root is no absolute path of a folder here."),
        _ => null,
    };

    private static bool IsFolder(string? path) => path is not null && Path.IsPathFullyQualified(path) && path.Length <= Servarr.PathMappings.MaxLength && !path.Any(char.IsControl);
}

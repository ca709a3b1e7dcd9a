using System.Text.Json;

namespace ArrFunctions.Indexers.Memory;

/// <summary>The classes of failures as JSON names them.</summary>
internal static class FailureNames
{
    /// <summary>Of a failure that nothing says the kind of.</summary>
    public const string Unclassified = "unclassified";

    private static readonly Dictionary<FailureClass, string> Names =
        Enum.GetValues<FailureClass>().ToDictionary(failure => failure, failure => JsonNamingPolicy.CamelCase.ConvertName(failure.ToString()));

    private static readonly Dictionary<string, FailureClass> Classes = Names.ToDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    public static string Of(FailureClass? failure) => failure is { } known ? Names[known] : Unclassified;

    public static FailureClass Parse(string name) => Classes[name];
}

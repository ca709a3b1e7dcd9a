using System.Text.Json;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Views;

/// <summary>What became of a library from one export to another.</summary>
/// <param name="Changes">Rows of the history by kind; kinds without any are left out.</param>
/// <param name="Gained">Items whose score is higher.</param>
/// <param name="Lost">Items whose score is lower.</param>
/// <param name="Gains">The largest of them, 50 at most, as all lists here.</param>
internal sealed record LibraryComparison(
    string Instance,
    LibrarySnapshot From,
    LibrarySnapshot To,
    IReadOnlyDictionary<string, int> Changes,
    int Gained,
    int Lost,
    int Added,
    int Removed,
    IReadOnlyList<ItemDiff> Gains,
    IReadOnlyList<ItemDiff> Losses,
    IReadOnlyList<ItemDiff> Additions,
    IReadOnlyList<ItemDiff> Removals)
{
    public static LibraryComparison Of(string instance, LibraryDiff diff) => new(
        instance,
        diff.Before,
        diff.After,
        diff.Changes.ToDictionary(static change => JsonNamingPolicy.CamelCase.ConvertName(change.Key.ToString()), static change => change.Value, StringComparer.Ordinal),
        diff.Gained,
        diff.Lost,
        diff.Added,
        diff.Removed,
        diff.Gains,
        diff.Losses,
        diff.Additions,
        diff.Removals);
}

using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>A row of the tables in docs/configuration.md.</summary>
/// <param name="Default">Null: none.</param>
internal sealed partial record SettingRow(string Key, string Variable, string? Default, string Meaning)
{
    public static IReadOnlyList<SettingRow> All { get; } =
        [.. Row.Matches(Repository.Read("docs/configuration.md")).Select(row => Of(row.Groups))];

    private static SettingRow Of(GroupCollection groups) => new(
        groups["key"].Value, groups["variable"].Value, groups["default"] is { Success: true, Value: var text } ? text : null, groups["meaning"].Value);

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| `(?<variable>[^`]+)` \| (`(?<default>[^`]*)`|none) \| (?<meaning>.+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row { get; }
}

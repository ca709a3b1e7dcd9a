using System.Text.RegularExpressions;

namespace ArrFunctions.Setup.Takeover;

/// <summary>One value of the configuration of another program.</summary>
/// <param name="Name">As it is written there: <c>RADARR_URL</c>, <c>path_mappings[0].remote</c>.</param>
/// <param name="Text">May be a secret.</param>
/// <param name="Unset">A variable that it is made of and that nobody has set; null: none.</param>
internal sealed partial record TheirValue(string Name, string Text, string? Unset = null)
{
    /// <summary>With <c>[]</c> for each place in a list.</summary>
    public string Pattern => Number.Replace(Name, "[]");

    /// <summary>The first place in a list; -1: it is in none.</summary>
    public int ListPlace => Number.Match(Name) is { Success: true } place ? int.Parse(place.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : -1;

    /// <summary>Without the text.</summary>
    public override string ToString() => Name;

    [GeneratedRegex(@"\[(?<number>[0-9]{1,6})\]", RegexOptions.None, 1000)]
    private static partial Regex Number { get; }
}

using ArrFunctions.Library.Analysis.Legacy;
using ArrFunctions.Library.Analysis;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>The numbers of Arr Score Exporter as tables.</summary>
internal static class LegacyTables
{
    public static Table OfCategories(LegacyNumbers numbers) => AnalysisTables.Of(
        "Categories", ["Category", ">Files"], numbers.Categories.Select(static category => (string[])[AnalysisTables.Words(category.Key), AnalysisTables.Number(category.Value.Count)]));

    public static Table OfProfiles(LegacyNumbers numbers, ScoredLibrary library) => AnalysisTables.Of(
        "Quality profiles",
        ["Profile", "Rating", ">Files", ">Mean", "Excellent to terrible"],
        numbers.Profiles.Select(profile => (string[])
        [
            library.Profiles[profile.Id].Name, AnalysisTables.Words(profile.Rating), AnalysisTables.Number(profile.Files), AnalysisTables.Number(profile.Mean),
            $"{profile.Excellent}, {profile.Good}, {profile.Average}, {profile.Poor}, {profile.Terrible}",
        ]));

    public static Table OfFormats(LegacyNumbers numbers) => AnalysisTables.Of(
        "Custom formats",
        ["Format", "Impact", "Advice", ">Files", ">Mean"],
        numbers.Formats.Select(static format => (string[])
            [format.Name, AnalysisTables.Words(format.Impact), AnalysisTables.Words(format.Advice), AnalysisTables.Number(format.Files), AnalysisTables.Number(format.Mean)]));
}

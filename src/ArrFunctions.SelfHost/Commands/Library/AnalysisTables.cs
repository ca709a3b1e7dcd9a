using System.Globalization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>Parts of an analysis as tables; what the instance named is never markup.</summary>
internal static class AnalysisTables
{
    public static Table OfHealth(LibraryHealth health) => Of(
        "Health", ["Share of the files", ">Share", ">Points"], health.Parts.Select(static part => (string[])[part.Name, Percent(part.Share), $"{Number(part.Points)} of {Number(part.Weight)}"]));

    public static Table OfCategories(IEnumerable<CategoryFigures> categories) => Of(
        "Categories",
        ["Category", ">Files", ">Size", ">Median"],
        categories.Where(static category => category.Files > 0).Select(static category => (string[])[Say.Kind(category.Category), Number(category.Files), Say.Bytes(category.Bytes), Number(category.Median)]));

    public static Table OfProfiles(IEnumerable<ProfileFigures> profiles) => Of(
        "Quality profiles",
        ["Profile", "Rating", ">Files", ">Median", ">Cutoff", ">At cutoff", ">Negative"],
        profiles.Select(static profile => (string[])
        [
            profile.Name, Words(profile.Rating), Number(profile.Files), Number(profile.Scores?.Median), Number(profile.CutoffScore),
            profile.Files == 0 ? "-" : Percent((double)profile.AtCutoff / profile.Files), Number(profile.Negative),
        ]));

    public static Table OfFormats(IEnumerable<FormatEffect> formats) => Of(
        "Custom formats",
        ["Format", "Impact", ">Files", ">Score", ">Effect", ">Size"],
        formats.Select(static format => (string[])
        [
            format.Name, Words(format.Impact), Number(format.Files), Number(format.Score), Signed(format.Effect),
            format.SizeCost is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost * 100:+0;-0;0} %") : "-",
        ]));

    /// <param name="columns">A <c>></c> before the name: numbers, to the right.</param>
    public static Table Of(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle(title) };
        foreach (var column in columns)
        {
            var isNumber = column.StartsWith('>');
            table.AddColumn(column.TrimStart('>'), made => (made.Alignment, made.NoWrap) = (isNumber ? Justify.Right : Justify.Left, isNumber));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(static IRenderable (cell) => new Text(Terminal.Printable(cell))));
        }

        return table;
    }

    /// <summary>"priority replacements".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select(static (letter, place) => char.IsUpper(letter) && place > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public static string Signed(double? number) => number?.ToString("+#,0.#;-#,0.#;0", CultureInfo.InvariantCulture) ?? "-";

    public static string Number(double? number) => number is { } known ? LibraryArguments.Number(known) : "-";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");
}

using System.Globalization;
using ArrFunctions.Library.Analysis;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>How a library is, in some lines.</summary>
internal static class HealthText
{
    public static void Show(Terminal terminal, string instance, LibraryAnalysis analysis)
    {
        var (figures, health) = (analysis.Figures, analysis.Health);
        if (health.Score is not { } score)
        {
            terminal.Line($"{instance}: no files.");
            return;
        }

        terminal.Line(instance, ColourOf(health.Grade), string.Create(CultureInfo.InvariantCulture, $": health {score:0.0} ({health.Grade}), as of {analysis.Collected.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        Fact("Files", $"{Number(figures.Files)} of {Number(figures.Titles)} titles, {Size(figures.Bytes)}");
        if (figures.Scores is { } scores)
        {
            Fact("Scores", $"median {Number(scores.Median)}, half of them from {Number(scores.Lower)} to {Number(scores.Upper)}, all from {Number(scores.Min)} to {Number(scores.Max)}");
        }

        Fact("", $"{Number(figures.AtCutoff)} at both cutoffs, {Number(figures.Negative)} negative, {Number(figures.BelowMinimum)} below the minimum");
        Fact("Upgrades", $"{Number(analysis.Candidates.Count)} candidates, {Number(analysis.Candidates.Count(static candidate => candidate.Blocks is not []))} of them blocked");
        foreach (var (name, sentences) in new[] { ("Good", health.Achievements), ("Warning", health.Warnings), ("Advice", health.Recommendations) })
        {
            for (var number = 0; number < sentences.Count; number++)
            {
                Fact(number == 0 ? name : "", sentences[number]);
            }
        }

        void Fact(string name, string text) => terminal.Line($"{name,-10}{text}");
    }

    /// <summary>"1.2 TB".</summary>
    public static string Size(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB"];
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1000 && unit < units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {units[unit]}");
    }

    private static string Number(double number) => LibraryArguments.Number(number);

    private static Color ColourOf(string? grade) => grade switch
    {
        "A" or "B" => Color.Green,
        "C" or "D" => Color.Yellow,
        _ => Color.Red,
    };
}

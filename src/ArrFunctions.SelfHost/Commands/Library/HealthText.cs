using System.Globalization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Report;
using ArrFunctions.Servarr;
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
        terminal.Fact("Files", $"{Number(figures.Files)} in {Number(figures.Titles)} {(analysis.Service is ServarrService.Sonarr ? "series" : "movies")}, {Say.Bytes(figures.Bytes)}");
        if (figures.Scores is { } scores)
        {
            terminal.Fact("Scores", $"median {Number(scores.Median)}, half of them from {Number(scores.Lower)} to {Number(scores.Upper)}, all from {Number(scores.Min)} to {Number(scores.Max)}");
        }

        terminal.Fact("", $"{Number(figures.AtCutoff)} at both cutoffs, {Number(figures.Negative)} negative, {Number(figures.BelowMinimum)} below the minimum");
        terminal.Fact("Upgrades", $"{Number(analysis.Candidates.Count)} candidates, {Number(analysis.Candidates.Count(static candidate => candidate.Blocks is not []))} of them blocked");
        foreach (var (name, sentences) in new[] { ("Good", health.Achievements), ("Warning", health.Warnings), ("Advice", health.Recommendations) })
        {
            for (var number = 0; number < sentences.Count; number++)
            {
                terminal.Fact(number == 0 ? name : "", sentences[number]);
            }
        }
    }

    private static string Number(double number) => LibraryArguments.Number(number);

    private static Color ColourOf(string? grade) => grade switch
    {
        "A" or "B" => Color.Green,
        "C" or "D" => Color.Yellow,
        _ => Color.Red,
    };
}

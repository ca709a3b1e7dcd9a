using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Analysis.Legacy;
using ArrFunctions.Library.Views;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary><c>library analyze</c>: what is said of the libraries, from what is stored. No instance is asked.</summary>
internal static class LibraryAnalyzeCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = LibraryArguments.Instance();
        var legacy = new Option<bool>("--legacy") { Description = "Show the numbers of Arr Score Exporter 2.0, by its formulas." };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("analyze", "Show how the libraries are: health, figures, categories, custom formats, profiles.") { instance, legacy, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var (asJson, code) = (parsed.GetValue(json), ExitCode.Success);
            foreach (var one in LibraryArguments.InstancesOf(state, options, parsed.GetValue(instance)))
            {
                if (await state.Get<LibraryReport>().AnalyseAsync(one, cancellationToken) is not { } analysis)
                {
                    Terminal.Error(LibraryArguments.NotExported(one));
                    code = ExitCode.Failure;
                }
                else if (parsed.GetValue(legacy))
                {
                    ShowLegacy(terminal, await state.Get<LibraryReader>().ReadAsync(one, cancellationToken), asJson);
                }
                else
                {
                    Show(terminal, one, analysis, asJson);
                }
            }

            return code;
        });
        return command;
    }

    private static void Show(Terminal terminal, Instance instance, LibraryAnalysis analysis, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(
                new AnalysisLineJson(LibrarySummary.Of(analysis), analysis.Formats, analysis.Profiles, analysis.Trends), LibraryCommandJson.Readable.AnalysisLineJson));
            return;
        }

        HealthText.Show(terminal, instance.Name, analysis);
        if (analysis.Figures.Files > 0)
        {
            terminal.Write(AnalysisTables.OfHealth(analysis.Health));
            terminal.Write(AnalysisTables.OfCategories(analysis.Categories));
            terminal.Write(AnalysisTables.OfProfiles(analysis.Profiles));
            terminal.Write(AnalysisTables.OfFormats(analysis.Formats));
        }
    }

    private static void ShowLegacy(Terminal terminal, ScoredLibrary library, bool asJson)
    {
        var numbers = LegacyNumbers.Of(library);
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new(library.Instance, numbers), LibraryCommandJson.Readable.LegacyLineJson));
            return;
        }

        terminal.Line($"{library.Instance}, as Arr Score Exporter 2.0 counts: {LibraryArguments.Number(numbers.Files)} rows, mean score {LibraryArguments.Number(numbers.Mean)}, {LibraryArguments.Number(numbers.Candidates.Count)} candidates");
        if (numbers.Health is { } health)
        {
            terminal.Line(
                $"Health {LibraryArguments.Number(health.Score)} ({health.Grade}): score {LibraryArguments.Number(health.ScorePart)}, "
                + $"positive {LibraryArguments.Number(health.PositivePart)}, candidates {LibraryArguments.Number(health.CandidatePart)}");
            terminal.Write(LegacyTables.OfCategories(numbers));
            terminal.Write(LegacyTables.OfProfiles(numbers, library));
            terminal.Write(LegacyTables.OfFormats(numbers));
        }
    }
}

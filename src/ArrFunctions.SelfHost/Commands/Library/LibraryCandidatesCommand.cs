using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Library;
using ArrFunctions.Library.Views;
using ArrFunctions.SelfHost.Commands.Indexers;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary><c>library candidates</c>: the files that an upgrade would gain most for, from what is stored. No instance is asked.</summary>
internal static class LibraryCandidatesCommand
{
    private const int Usual = 20;

    public static Command Build(Terminal terminal)
    {
        var instance = LibraryArguments.Instance();
        var limit = IndexerOptions.Number("--limit", most: 10_000, $"So many at most of each instance. Default: {Usual}.");
        var priority = new Option<string?>("--priority") { Description = $"Those of this priority: {string.Join(", ", CandidateFilter.Words)}, or several with commas.", HelpName = "PRIORITY" };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("candidates", "Show the files that an upgrade would gain most for, and why.") { instance, limit, priority, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            if (!CandidateFilter.TryParse(parsed.GetValue(priority), blocked: null, minGain: null, out var filter, out var wrong))
            {
                throw new SettingException($"--{wrong}");
            }

            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var code = ExitCode.Success;
            foreach (var one in LibraryArguments.InstancesOf(state, options, parsed.GetValue(instance)))
            {
                if (await state.Get<LibraryReport>().AnalyseAsync(one, cancellationToken) is { } analysis)
                {
                    Show(terminal, CandidateList.Of(analysis, filter, parsed.GetValue(limit) ?? Usual), parsed.GetValue(json));
                }
                else
                {
                    Terminal.Error(LibraryArguments.NotExported(one));
                    code = ExitCode.Failure;
                }
            }

            return code;
        });
        return command;
    }

    private static void Show(Terminal terminal, CandidateList list, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(list, LibraryCommandJson.Readable.CandidateList));
        }
        else if (list.Candidates is [])
        {
            terminal.Line($"{list.Instance}: no candidate.");
        }
        else
        {
            terminal.Write(CandidateTable.Of(list, terminal.IsWide));
            terminal.Line($"{list.Candidates.Count} of {LibraryArguments.Number(list.Total)} candidates of {list.Instance}.");
        }
    }
}

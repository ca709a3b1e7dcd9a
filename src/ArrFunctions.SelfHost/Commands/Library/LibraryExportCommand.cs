using System.CommandLine;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary><c>library export</c>: fetches the scores of what changed. The service does it where one runs on the data folder, else this process.</summary>
internal static class LibraryExportCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = LibraryArguments.Instance();
        var full = new Option<bool>("--full") { Description = "Fetch all files, whatever changed." };
        var output = new Option<string?>("--output") { Description = "Put the reports there, in a folder for each instance.", HelpName = "FOLDER", Validators = { CommonOptions.RefuseEmpty } };
        var format = LibraryArguments.Formats($"Which reports to put there. Default: {string.Join(',', ExportFormat.Usual)}.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("export", "Fetch the custom format scores of what changed, and write the reports.") { instance, full, output, format, json, config, data };
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is not null && result.GetResult(output) is null)
            {
                result.AddError("--format says what to put into a folder: name it with --output.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var folder = parsed.GetRequiredValue(data);
            var wanted = new WantedExport(parsed.GetValue(full), parsed.GetValue(output), parsed.GetValue(format) is { Length: > 0 } words ? words : ExportFormat.Usual, parsed.GetValue(json));
            await using (var empty = ProductState.Empty(folder, options))
            {
                LibraryArguments.InstancesOf(empty, options, parsed.GetValue(instance));
            }

            return await RunAsync(terminal, folder, options, parsed.GetValue(instance), wanted, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string folder, ArrFunctionsOptions options, string? instance, WantedExport wanted, CancellationToken cancellationToken)
    {
        DataFolder.Prepare(new SqliteOptions { Folder = Path.GetFullPath(folder) });
        using var turn = ServiceLock.TryAcquire(folder);
        await using var state = turn is null ? ProductState.Open(folder, options) : ProductState.OpenAlone(folder, options);
        var run = new ExportCommandRun(terminal, state, wanted, turn is null ? null : new LocalExport(state));
        var worst = ExitCode.Success;
        foreach (var one in LibraryArguments.InstancesOf(state, options, instance))
        {
            var code = await run.RunAsync(one, cancellationToken);
            worst = Rank(code) > Rank(worst) ? code : worst;
            if (code is ExitCode.Cancelled)
            {
                break;
            }
        }

        return worst;
    }

    private static int Rank(int code) => code switch
    {
        ExitCode.Success => 0,
        ExitCode.Waiting => 1,
        ExitCode.Partial => 2,
        ExitCode.Failure => 3,
        _ => 4,
    };
}

/// <summary>What <c>library export</c> was told.</summary>
/// <param name="Output">Null: the reports stay with the state.</param>
internal sealed record WantedExport(bool Full, string? Output, IReadOnlyCollection<string> Formats, bool AsJson);

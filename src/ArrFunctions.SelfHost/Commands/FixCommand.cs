using System.CommandLine;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>audio fix PATH...</c>: sets the default track of files and folders; a dry run unless told to apply.</summary>
internal static class FixCommand
{
    public static Command Build(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders with files.",
            Arity = ArgumentArity.OneOrMore,
            Validators = { CommonOptions.RefuseEmpty },
        };
        var recursive = new Option<bool>("--recursive", "-r") { Description = "Look into subfolders too." };
        var apply = new Option<bool>("--apply") { Description = "Make the changes. Without it nothing is written." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "List the files that are right already as well." };
        var (language, original) = (CommonOptions.Language(), CommonOptions.OriginalLanguage());
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("fix", "Make the right audio track the only default one.")
        {
            paths, recursive, apply, language, original, json, verbose, config, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data, language).Options;
            var originalLanguage = CommandConfiguration.OriginalLanguage(parsed.GetValue(original));
            var report = new FixReport(terminal, parsed.GetValue(json), parsed.GetValue(verbose));
            await using var state = parsed.GetValue(apply)
                ? await AudioState.OpenAsync(parsed.GetRequiredValue(data), options, cancellationToken)
                : AudioState.ForDryRun(parsed.GetRequiredValue(data), options);
            var run = new FixRun(state.Fix, state.Ledger, options.Audio, report)
            {
                Apply = parsed.GetValue(apply),
                Recursive = parsed.GetValue(recursive),
                OriginalLanguage = originalLanguage,
                Progress = new FileProgress(terminal),
            };
            return await RunAsync(terminal, run, parsed.GetRequiredValue(paths), hasBar: terminal.IsInteractive && !parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, FixRun run, string[] paths, bool hasBar, CancellationToken cancellationToken)
    {
        paths = Array.ConvertAll(paths, Path.GetFullPath);
        if (hasBar)
        {
            terminal.BeginProgress(run.CountFiles(paths));
        }

        try
        {
            await run.RunAsync(paths, terminal.Advance, cancellationToken);
        }
        finally
        {
            terminal.EndProgress();
            run.Report.Finish(isDryRun: !run.Apply); // Also after Ctrl+C: what was done is told.
        }

        return run.Report.Tally.ToExitCode();
    }

    /// <summary>At once, on the thread that tells it.</summary>
    private sealed class FileProgress(Terminal terminal) : IProgress<double>
    {
        public void Report(double value) => terminal.Report(value);
    }
}

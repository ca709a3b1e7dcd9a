using System.CommandLine;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>config validate</c>: whether the configuration can be read, everything that is wrong with it, and what was probably meant otherwise.</summary>
internal static partial class ConfigValidateCommand
{
    public static Command Build(Terminal terminal)
    {
        var connect = new Option<bool>("--connect") { Description = "Also ask every instance, every media server, TMDB and the collector of telemetry once." };
        var (config, data) = (CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("validate", "Check the configuration, and tell everything that is wrong with it.") { connect, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
            var sources = CommandConfiguration.Sources(parsed.GetValue(config), folder);
            var result = CommandConfiguration.ReadStored(sources, folder);
            List<Finding> findings = [.. ConfigurationChecks.All(result, folder)];
            if (parsed.GetValue(connect) && result is ConfigurationResult.Valid valid)
            {
                findings.AddRange(await new ConfigurationConnections(TimeProvider.System).CheckAsync(valid, cancellationToken));
            }

            return Show(terminal, findings, result.Findings, sources.File!);
        });
        return command;
    }

    private static int Show(Terminal terminal, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> ofReading, string file)
    {
        foreach (var error in findings.Where(static finding => finding.IsError))
        {
            Terminal.Error(error.Message);
            if (Pointer(error, file) is var (line, caret))
            {
                Terminal.Error($"  {line}");
                Terminal.Error($"  {caret}");
            }
        }

        // What every command warns of goes where every command writes it.
        foreach (var warning in findings.Where(static finding => !finding.IsError))
        {
            Action<string> write = ofReading.Contains(warning) ? Terminal.Error : terminal.Line;
            write($"Warning: {warning.Message}");
        }

        if (findings.Any(static finding => finding.IsError))
        {
            return ExitCode.Usage;
        }

        terminal.Line("The configuration is valid.");
        return ExitCode.Success;
    }

    /// <summary>The line up to the value, which could be a secret; null where more than a name stands before it.</summary>
    private static (string Line, string Caret)? Pointer(Finding finding, string file)
    {
        if (finding is not { Line: { } number, Column: { } column } || SmallFile.TryRead(file, YamlFile.MaxBytes, out _) is not { } text)
        {
            return null;
        }

        var line = text.Split('\n').ElementAtOrDefault((int)number - 1) ?? "";
        var before = line[..(int)Math.Clamp(column - 1, 0, line.Length)];
        return NameAlone.IsMatch(before) ? ($"{before}...", $"{new string(' ', before.Length)}^") : null;
    }

    [GeneratedRegex("^[ ]*(- )*[A-Za-z_]{1,40}:[ ]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameAlone { get; }
}

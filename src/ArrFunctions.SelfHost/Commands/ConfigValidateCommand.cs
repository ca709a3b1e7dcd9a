using System.CommandLine;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>config validate</c>: whether the configuration can be read, and everything that is wrong with it.</summary>
internal static class ConfigValidateCommand
{
    public static Command Build(Terminal terminal)
    {
        var (config, data) = (CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("validate", "Check the configuration, and tell everything that is wrong with it.") { config, data };
        command.SetAction(parsed =>
        {
            _ = CommandConfiguration.Read(parsed, config, data);
            terminal.Line("The configuration is valid.");
            return ExitCode.Success;
        });
        return command;
    }
}

using System.CommandLine;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>config schema</c>: the JSON schema of <c>config.yaml</c>, for editors.</summary>
internal static class ConfigSchemaCommand
{
    public static Command Build()
    {
        var command = new Command("schema", "Write the JSON schema of config.yaml, with which editors complete and check it.");
        command.SetAction(static _ =>
        {
            Terminal.Raw(ConfigurationSchema.Text.TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }
}

using System.CommandLine;
using System.CommandLine.Completions;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The instance that a command is about; a shell completes its name from the configuration.</summary>
internal static class InstanceOption
{
    public static Option<string?> Of(string description) => new("--instance")
    {
        Description = description,
        HelpName = "NAME",
        CompletionSources = { static context => Names(context.ParseResult).Select(static name => new CompletionItem(name)) },
    };

    private static IEnumerable<string> Names(ParseResult parsed)
    {
        var data = parsed.GetRequiredValue<string>("--data");
        return CommandConfiguration.ReadStored(CommandConfiguration.Sources(parsed.GetValue<string?>("--config"), data), data) is ConfigurationResult.Valid valid
            ? valid.Options.Servarr.Instances.Select(static instance => instance.Name) : [];
    }
}

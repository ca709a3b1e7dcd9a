using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>setup connection</c>: whether the instances are what the configuration says.</summary>
internal static class SetupConnectionCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = InstanceOption.Of("The instance to ask, by its name in the configuration. Default: all.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("connection", "Ask each instance once, and say what is wrong with its URL, its key or its version.") { instance, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options.Servarr;
            var name = parsed.GetValue(instance);
            var asked = options.Instances.Where(known => name is null || known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (asked is [])
            {
                throw new SettingException(KnownInstances.Unknown(name ?? "", options));
            }

            using var clients = new ServarrClients(options, TimeProvider.System);
            var check = new ConnectionCheck(clients, TimeProvider.System);
            var reports = await Task.WhenAll(asked.Select(async known => ConnectionReport.Of(known, (await check.RunAsync(known.Name, cancellationToken))!)));
            foreach (var report in reports)
            {
                Show(terminal, report, parsed.GetValue(json));
            }

            return reports.All(report => report.IsRight) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void Show(Terminal terminal, ConnectionReport report, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(report, CommandJson.Readable.ConnectionReport));
        }
        else
        {
            terminal.Line($"{(report.IsRight ? "right" : "wrong")}  {Terminal.Printable(report.Message)}");
        }
    }
}

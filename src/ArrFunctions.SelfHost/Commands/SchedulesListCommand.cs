using System.CommandLine;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>schedules list</c>: every timer of the product, and how it stands.</summary>
internal static class SchedulesListCommand
{
    public static Command Build(Terminal terminal)
    {
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("list", "Show every timer: when it runs, what its last run did, and whether it fails.") { json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var list = await state.Report.AllAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                foreach (var schedule in list.Schedules)
                {
                    Terminal.Raw(JsonSerializer.Serialize(schedule, CommandJson.Readable.ScheduleView));
                }
            }
            else
            {
                terminal.Write(ScheduleTable.Of(list.Schedules, terminal.IsWide));
            }

            return ExitCode.Success;
        });
        return command;
    }
}

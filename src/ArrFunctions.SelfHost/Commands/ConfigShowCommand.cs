using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>config show</c>: every setting, its value and where that comes from.</summary>
internal static class ConfigShowCommand
{
    public static Command Build(Terminal terminal)
    {
        var (config, data, json) = (CommonOptions.Config(), CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("show", "Show every setting, its value and where the value comes from. Secrets are hidden.") { config, data, json };
        command.SetAction(parsed =>
        {
            Show(terminal, CommandConfiguration.Read(parsed, config, data).Settings, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, IReadOnlyList<ShownSetting> settings, bool asJson)
    {
        if (asJson)
        {
            foreach (var setting in settings)
            {
                Terminal.Raw(JsonSerializer.Serialize(ToJson(setting), CommandJson.Readable.SettingJson));
            }

            return;
        }

        var table = new Table { Border = TableBorder.Rounded }.AddColumns("Setting", "Value", "Source");
        foreach (var setting in settings)
        {
            table.AddRow(Cell(setting.Key), Cell(setting.Value ?? ""), Cell(setting.Place ?? "default"));
        }

        terminal.Write(table);
    }

    private static SettingJson ToJson(ShownSetting setting) => new(
        setting.Key, setting.Value, JsonNamingPolicy.CamelCase.ConvertName(setting.Source.ToString()), setting.Place, setting.Description);

    private static Text Cell(string text) => new(Terminal.Printable(text));
}

/// <summary>One line of <c>config show --json</c>.</summary>
internal sealed record SettingJson(string Key, string? Value, string Source, string? Place, string Description);

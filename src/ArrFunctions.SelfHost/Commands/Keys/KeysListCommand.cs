using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Keys;

/// <summary><c>keys list</c>: every key, without its text.</summary>
internal static class KeysListCommand
{
    public static Command Build(Terminal terminal)
    {
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("list", "Show the keys: what each may do, until when, and when it was used last.") { json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var keys = state.Get<KeyStore>();
            var uses = await keys.UsesAsync(cancellationToken);
            List<KeyView> views = [.. (await keys.ListAsync(cancellationToken)).Select(key => KeyView.Of(key, uses))];
            if (parsed.GetValue(json))
            {
                views.ForEach(view => Terminal.Raw(JsonSerializer.Serialize(view, KeyJson.Default.KeyView)));
            }
            else
            {
                terminal.Write(Table(views));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Table Table(IEnumerable<KeyView> keys)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns("Name", "Role", "Instance", "Expires (UTC)", "Last used (UTC)", "Id");
        foreach (var key in keys)
        {
            table.AddRow(
                new Text(Terminal.Printable(key.Name)),
                new Text(key.Role.Word()),
                new Text(key.Instance ?? "-"),
                new Text(Time(key.Expires)),
                new Text(key.LastUsed is { } use ? $"{Time(use.Time)} {use.Client}" : "-"),
                new Text(key.Id));
        }

        return table;
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
}

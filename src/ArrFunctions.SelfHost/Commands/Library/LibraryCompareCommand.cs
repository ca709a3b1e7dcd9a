using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Library.Views;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary><c>library compare FROM TO</c>: what became of a library from one export to another. No instance is asked.</summary>
internal static class LibraryCompareCommand
{
    public static Command Build(Terminal terminal)
    {
        var from = new Argument<string>("FROM") { Description = "An export: its id, latest or previous." };
        var to = new Argument<string>("TO") { Description = "Another export of the same instance." };
        var instance = InstanceOption.Of("Whose exports latest and previous mean; needed where there are several instances.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("compare", "Compare a library at the ends of two exports: figures, gains, losses, what came and went.") { from, to, instance, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var choice = new ExportChoice(state, LibraryArguments.InstancesOf(state, options, parsed.GetValue(instance)));
            var (one, other) = (await choice.FindAsync(parsed.GetRequiredValue(from), cancellationToken), await choice.FindAsync(parsed.GetRequiredValue(to), cancellationToken));
            if (one.Instance != other.Instance)
            {
                throw new SettingException($"FROM is an export of {one.Instance}, and TO one of {other.Instance}. Name two of one instance.");
            }

            var comparison = await state.Get<LibraryComparer>().CompareAsync(one, other, cancellationToken);
            if (parsed.GetValue(json))
            {
                Terminal.Raw(JsonSerializer.Serialize(comparison, LibraryCommandJson.Readable.LibraryComparison));
            }
            else
            {
                ComparisonText.Show(terminal, comparison);
            }

            return ExitCode.Success;
        });
        return command;
    }
}

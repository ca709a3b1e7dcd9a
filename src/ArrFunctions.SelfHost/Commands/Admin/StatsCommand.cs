using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Backup;
using ArrFunctions.SelfHost.Storage;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin stats</c>: how much the data folder holds of what.</summary>
internal static class StatsCommand
{
    public static Command Build(Terminal terminal)
    {
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("stats", "Show what the data folder holds: rows and bytes by table, log, artifacts, backups.") { json, config, data };
        command.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
            var options = (StateLook.WhyClosed(new() { Folder = folder }) is null ? CommandConfiguration.Read(parsed, config, data) : CommandConfiguration.ReadWithoutState(parsed, config, data)).Options;
            var figures = StateFigures.Read(folder, options.Backup.Folder, options.Logs.File?.Path);
            if (parsed.GetValue(json))
            {
                Terminal.Raw(JsonSerializer.Serialize(figures, CommandJson.Readable.StateFigures));
            }
            else
            {
                Show(terminal, figures);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, StateFigures figures)
    {
        terminal.Fact("Folder", figures.Folder);
        terminal.Fact("Program", $"ArrFunctions {figures.Version}, {figures.Sqlite}");
        terminal.Fact("State", $"{BackupWords.Size(figures.Database)}, of which {BackupWords.Size(figures.Free)} hold nothing; log {BackupWords.Size(figures.Log)}; version {Number(figures.Schema)}{(figures.Schema is > 0 and < SqliteSchema.Version ? ", which the next start or admin migrate brings forward" : "")}; {Number(figures.Messages)} messages");
        terminal.Fact("Artifacts", InWords(figures.Artifacts));
        terminal.Fact("Logs", InWords(figures.Logs));
        terminal.Fact("Backups", InWords(figures.Backups));
        terminal.Fact("Damaged", InWords(figures.Damaged));
        if (figures.Tables is [])
        {
            terminal.Line("There is no state.");
            return;
        }

        var table = new Table { Border = TableBorder.Rounded }
            .AddColumn("Table").AddColumn("Rows", static column => column.RightAligned()).AddColumn("Size", static column => column.RightAligned());
        foreach (var row in figures.Tables)
        {
            table.AddRow(new Text(row.Table), new Text(Number(row.Rows)), new Text(BackupWords.Size(row.Bytes)));
        }

        terminal.Write(table);
    }

    private static string InWords(FolderFigures of) => of.Files == 0 ? "none" : $"{Number(of.Files)} {(of.Files == 1 ? "file" : "files")}, {BackupWords.Size(of.Bytes)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

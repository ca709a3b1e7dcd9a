using System.Globalization;
using ArrFunctions.SelfHost.Commands.Library;
using ArrFunctions.Setup.Takeover;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>The report for people.</summary>
internal static class ImportText
{
    private const int MostFiles = 20;

    /// <summary>What is to be done first, and the longest list last.</summary>
    public static void Show(Terminal terminal, ImportReport report)
    {
        foreach (var error in report.Errors)
        {
            Terminal.Error(error);
        }

        terminal.Line($"{report.Plan.System.Name()}, from {string.Join(" and ", new[] { report.Place.Config, report.Place.Database }.OfType<string>())}");
        terminal.Line(ImportNext.Done(report));
        Say(terminal, "What to do next", ImportNext.Steps(report));
        ShowSettings(terminal, report);
        ShowHistory(terminal, report);
        ShowJobs(terminal, report.Jobs);
        Say(terminal, "Their database", report.Notes);
        if (report.Plan.Keys.Count > 0)
        {
            terminal.Write(TableOf(report.Plan.Keys));
        }
    }

    private static void ShowSettings(Terminal terminal, ImportReport report)
    {
        if (report.Settings.Count > 0)
        {
            terminal.Write(Named(AnalysisTables.Of(
                "Settings", ["Setting", "Value", "What becomes of it"],
                report.Settings.SelectMany(static one => one.Shown.Select((shown, place) => (string[])[shown.Key, shown.Text, place == 0 ? Words(one) : ""])))));
        }
    }

    private static string Words(TakenSetting one)
    {
        var word = one.State switch
        {
            TakenState.New => "is set",
            TakenState.Same => "is so already",
            TakenState.Replaced => "replaces what is here",
            TakenState.Conflict => "stays as it is here",
            _ => "cannot be set",
        };
        // Why one is left out stands above.
        return $"{word}, from {one.Taken.From}{(one is { IsToBeWritten: true, Says: { } says } ? $". {says}" : "")}";
    }

    internal static Table TableOf(IEnumerable<TheirKey> keys) =>
        Named(AnalysisTables.Of("Their keys", ["Key", "What becomes of it"], keys.Select(static key => (string[])[key.Name, $"{Word(key.Fate)}. {key.Says}"])));

    /// <summary>Names in the first column stay whole.</summary>
    private static Table Named(Table table)
    {
        table.Columns[0].NoWrap = true;
        return table;
    }

    private static string Word(KeyFate fate) => fate switch
    {
        KeyFate.Taken => "taken",
        KeyFate.Changed => "taken, differs",
        KeyFate.Dropped => "not taken",
        _ => "unknown",
    };

    private static void ShowHistory(Terminal terminal, ImportReport report)
    {
        foreach (var taken in report.Libraries)
        {
            terminal.Line(taken.From is { } from && taken.To is { } to
                ? string.Create(CultureInfo.InvariantCulture, $"History into {taken.Instance}: {taken.Runs} runs from {from.UtcDateTime:yyyy-MM-dd} to {to.UtcDateTime:yyyy-MM-dd}, {taken.NewRuns} of them new; {taken.Changes} changes of scores and files, {taken.NewChanges} of them new.")
                : $"History into {taken.Instance}: there is none{(taken.Late > 0 ? " from before the first export here" : "")}.");
            if (taken.Unplaced > 0)
            {
                terminal.Line(taken.NeedsExport
                    ? $"  {taken.Unplaced} changes of episodes wait: they are known by their numbers there. Run `library export --instance {taken.Instance}`, and this again."
                    : $"  {taken.Unplaced} changes are left out: they are of episodes that have no file any more, or share one.");
            }

            if (taken.Late > 0)
            {
                terminal.Line($"  {taken.Late} runs are left out, since they are from after the first export here.");
            }
        }

        if (report.Tests is { } tests)
        {
            terminal.Line($"Tests of indexers: {tests.Tests} there, {tests.Taken} of them say something, {tests.New} of those are new.");
            Say(terminal, "Indexers whose last test failed there, so that it said it switched them off (it could not: look with `indexers list` whether they are on)", tests.Failing);
        }
    }

    private static void ShowJobs(Terminal terminal, JobsLeft? jobs)
    {
        if (jobs is null)
        {
            return;
        }

        terminal.Line($"Jobs: {(jobs.Counts.Count == 0 ? "none" : string.Join(", ", jobs.Counts.Select(static count => $"{count.Value} {count.Key}")))}.");
        if (jobs.Files.Count > 0)
        {
            terminal.Write(AnalysisTables.Of("Files that were not finished", [">Files", "Folder, for `batch start`"], jobs.Folders.Select(static folder => (string[])[LibraryArguments.Number(folder.Files), folder.Path])));
            Say(terminal, jobs.Files.Count > MostFiles ? $"The first {MostFiles} of {jobs.Files.Count} files (--json has up to {JobsLeft.MostFiles})" : "Files", jobs.Files.Take(MostFiles));
        }
    }

    private static void Say(Terminal terminal, string title, IEnumerable<string> sentences)
    {
        foreach (var (place, sentence) in sentences.Index())
        {
            if (place == 0)
            {
                terminal.Line($"{title}:");
            }

            terminal.Write(new Grid { Expand = false }
                .AddColumn(new GridColumn { Width = 4, NoWrap = true, Padding = new(0, 0, 0, 0) }).AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) })
                .AddRow(new Text("  -"), new Text(Terminal.Printable(sentence))));
        }
    }
}

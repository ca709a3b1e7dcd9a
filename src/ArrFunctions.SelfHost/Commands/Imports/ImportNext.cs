using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>What was done, and what a person has to do, the most urgent first.</summary>
internal static class ImportNext
{
    public static string Done(ImportReport report)
    {
        var counts = string.Join(", ", report.Settings.GroupBy(static one => one.State).OrderBy(static group => group.Key).Select(static group => $"{group.Count()} {Word(group.Key)}"));
        var done = report.Errors.Count > 0 ? "Not all of it was taken over."
            : report.Output is { } output ? $"The settings were written to {output}, without their secrets{(report.IsApplied ? "" : "; nothing else is written")}."
            : report.IsApplied ? "What follows was taken over." : "Nothing is written.";
        return $"{done} Settings: {(counts.Length == 0 ? "none" : counts)}. Keys of theirs that are not taken: {report.Plan.Keys.Count(static key => key.Fate is KeyFate.Dropped)}, unknown: {report.Plan.Keys.Count(static key => key.Fate is KeyFate.Unknown)}.";
    }

    public static IEnumerable<string> Steps(ImportReport report)
    {
        foreach (var one in report.Settings.Where(static one => one.State is TakenState.Wrong or TakenState.Conflict))
        {
            yield return $"{one.Taken.From} is left out. {one.Says}";
        }

        if (report.Output is not null)
        {
            yield return "Set the variables that the file names at its beginning, and look with `config validate --config FILE`.";
        }
        else if (!report.IsApplied)
        {
            yield return "Do it: the same with --apply.";
        }

        foreach (var library in report.Libraries.Where(static library => library is { NeedsExport: true, Runs: > 0 }))
        {
            yield return library.Unplaced > 0
                ? $"Run `library export --instance {library.Instance}`, and this again: {library.Unplaced} changes of episodes wait for it."
                : $"Run `library export --instance {library.Instance}`: trends and charts are shown from the first export on, with this history before it.";
        }

        foreach (var check in report.Plan.Checks)
        {
            yield return check;
        }
    }

    private static string Word(TakenState state) => state switch
    {
        TakenState.New => "new",
        TakenState.Same => "here already",
        TakenState.Replaced => "in the place of ours",
        TakenState.Conflict => "different here",
        _ => "of no use here",
    };
}

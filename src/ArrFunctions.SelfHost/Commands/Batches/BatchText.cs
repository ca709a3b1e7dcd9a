using System.Globalization;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>A batch in words.</summary>
internal static class BatchText
{
    public static (string Word, Color Colour) StateOf(BatchView batch) => batch.Status switch
    {
        _ when batch.IsStalled => ("stalled", Color.Yellow),
        BatchStatus.Planning => ("planning", Color.Blue),
        BatchStatus.Running => ("running", Color.Blue),
        BatchStatus.Cancelling => ("cancelling", Color.Yellow),
        BatchStatus.Cancelled => ("cancelled", Color.Grey),
        BatchStatus.Succeeded => ("succeeded", Color.Green),
        BatchStatus.PartlyFailed => ("partly failed", Color.Yellow),
        _ => ("failed", Color.Red),
    };

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(BatchProgress progress) => string.Create(CultureInfo.InvariantCulture, $"{progress.Percent:0.#} %");

    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>"1,200 of 5,000 files, 24 %".</summary>
    public static string Reached(BatchProgress progress) =>
        $"{Number(progress.Counts.Settled)} of {Number(progress.Total)} files{(progress.IsPlanned ? "" : " found so far")}, {Percent(progress)}";

    /// <summary>"12.3 files a second, 5 min 3 s left"; empty where nobody can tell.</summary>
    public static string Pace(BatchProgress progress, DateTimeOffset now)
    {
        var pace = progress.ItemsPerSecond is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.##} files a second") : "";
        return progress.Eta > now ? $"{pace}, {ProgressLine.Duration(progress.Eta.Value - now)} left" : pace;
    }

    /// <summary>"1 running, 3 changed, 12 right already"; what there is none of is left out.</summary>
    public static string Counts(BatchCounts counts)
    {
        (int Count, string Words)[] parts =
        [
            (counts.Queued, "queued"), (counts.Running, "running"), (counts.Waiting, "waiting"), (counts.Changed, "changed"),
            (counts.AlreadyCorrect, "right already"), (counts.Planned, "would be changed"), (counts.Skipped, "skipped"),
            (counts.Failed, "failed"), (counts.Poisoned, "poisoned"), (counts.Cancelled, "cancelled"),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{Number(part.Count)} {part.Words}"));
    }

    /// <summary>Which files of its folder it is about.</summary>
    public static string Choice(BatchView batch)
    {
        IEnumerable<string?> parts =
        [
            batch.Recursive ? "with subfolders" : "without subfolders",
            batch.Patterns is [] ? null : $"only {string.Join(" or ", batch.Patterns)}",
            batch.Filters.Exclude is [] ? null : $"not {string.Join(" or ", batch.Filters.Exclude)}",
            batch.Filters.MinSize is { } size ? $"from {Units.Show(size)}" : null,
            batch.Filters.MaxAge is { } age ? $"changed less than {Span(age)} before" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Span(TimeSpan age) => age.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0.#} days") : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0.#} hours");
}

using System.Globalization;
using ArrFunctions.Library.History;
using ArrFunctions.Library.Report;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Exports;

/// <summary>What goes with the notification of a finished export: how the library stands beside the export before, and the report.</summary>
/// <param name="register">Knows the export of an event.</param>
/// <param name="exports">Knows the one before.</param>
/// <param name="artifacts">Has the report.</param>
/// <param name="publicUrl">Where the dashboard is reached from outside, as set now; null: no link.</param>
internal sealed class ExportNotice(ExportRegister register, ExportStore exports, IArtifactStore artifacts, Func<Uri?> publicUrl)
{
    private const string Subject = "batch:";

    /// <returns>Null: it is no event of an export that has figures.</returns>
    public async Task<NotificationExtra?> FindAsync(EventRecord told, CancellationToken cancellationToken)
    {
        if (told.Name is not ("batch.succeeded" or "batch.partlyFailed")
            || !told.Subject.StartsWith(Subject, StringComparison.Ordinal)
            || await register.FindAsync(told.Subject[Subject.Length..], cancellationToken) is not { Run: { Snapshot: { } figures } run })
        {
            return null;
        }

        var before = (await exports.SnapshotsAsync(run.Instance, cancellationToken)).LastOrDefault(snapshot => snapshot.Time < figures.Time);
        return new(Lines(figures, before), $"/library/{run.Instance}", await FilesAsync(run, cancellationToken))
        {
            Title = $"export of {run.Instance} {(told.Name is "batch.succeeded" ? "finished" : "finished, some titles failed")}",
        };
    }

    /// <summary>The figures that the message of the event does not tell, and how those that it tells changed.</summary>
    /// <returns>Null: there are none.</returns>
    internal static string? Lines(LibrarySnapshot now, LibrarySnapshot? before)
    {
        string?[] lines = [now.Files == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Mean score {now.MeanScore:0.0}{(now.AtCutoff is { } reached ? $", {reached} at the cutoff" : "")}"), before is null ? null : Since(now, before)];
        return lines.OfType<string>().ToList() is { Count: > 0 } known ? string.Join('\n', known) : null;
    }

    private static string Since(LibrarySnapshot now, LibrarySnapshot before)
    {
        string?[] changes =
        [
            Change("files", now.Files - before.Files, "0"),
            Change("candidates", now.Candidates - before.Candidates, "0"),
            Change("mean score", now.MeanScore - before.MeanScore, "0.0"),
            Change("at the cutoff", now.AtCutoff - before.AtCutoff, "0"),
            Change("health", now.Health - before.Health, "0.0"),
        ];
        var known = string.Join(", ", changes.OfType<string>());
        return string.Create(CultureInfo.InvariantCulture, $"Since {before.Time.UtcDateTime:yyyy-MM-dd}: {(known.Length == 0 ? "nothing of this changed" : known)}");
    }

    /// <returns>Null: it is as it was, or is not known of both.</returns>
    private static string? Change(string what, double? by, string format) =>
        by?.ToString($"+{format};-{format};''", CultureInfo.InvariantCulture) is { Length: > 0 } change ? $"{what} {change}" : null;

    private async Task<IReadOnlyList<NotificationFile>> FilesAsync(ExportRun run, CancellationToken cancellationToken)
    {
        var report = HtmlReport.Artifact;
        var stored = (await artifacts.ListAsync(run.Id, cancellationToken)).FirstOrDefault(artifact => artifact.Name == report.Name);
        return stored is null
            ? []
            : [new($"{run.Instance}-{report.Name}", report.MediaType, stored.Size, LinkTo(run.Id, report.Name), token => artifacts.OpenAsync(run.Id, report.Name, token))];
    }

    private Uri? LinkTo(string export, string name) =>
        publicUrl() is not { } page ? null : new($"{page.AbsoluteUri.TrimEnd('/')}/api/library/exports/{export}/artifacts/{name}");
}

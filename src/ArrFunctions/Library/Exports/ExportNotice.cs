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

    /// <summary>A line for each figure that people follow, with what it was before.</summary>
    internal static string Lines(LibrarySnapshot now, LibrarySnapshot? before)
    {
        string?[] known =
        [
            Line("Files", now.Files, before?.Files, "0"),
            Line("Upgrade candidates", now.Candidates, before?.Candidates, "0"),
            Line("Mean score", now.MeanScore, before?.MeanScore, "0.0"),
            Line("At the cutoff", now.AtCutoff, before?.AtCutoff, "0"),
            Line("Health", now.Health, before?.Health, "0.0"),
        ];
        var lines = known.OfType<string>();
        return string.Join('\n', before is null ? lines : [.. lines, string.Create(CultureInfo.InvariantCulture, $"In brackets: since {before.Time.UtcDateTime:yyyy-MM-dd}.")]);
    }

    /// <returns>Null: it is not known.</returns>
    private static string? Line(string what, double? figure, double? before, string format)
    {
        if (figure is not { } now)
        {
            return null;
        }

        var change = before is { } then ? (now - then).ToString($"+{format};-{format};unchanged", CultureInfo.InvariantCulture) : null;
        return $"{what}: {now.ToString(format, CultureInfo.InvariantCulture)}{(change is null ? "" : $" ({change})")}";
    }

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

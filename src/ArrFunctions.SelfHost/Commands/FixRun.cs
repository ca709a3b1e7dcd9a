using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Runs the fix over the paths of one command.</summary>
internal sealed class FixRun(AdvisedFix fix, FixLedger ledger, AudioOptions options, FixReport report)
{
    public FixReport Report => report;

    public required bool Apply { get; init; }

    public required bool Recursive { get; init; }

    public required LanguageTag? OriginalLanguage { get; init; }

    /// <summary>How many files the run will look at; folders can change until then.</summary>
    public int CountFiles(IEnumerable<string> paths) =>
        paths.Sum(path => Directory.Exists(path) ? MediaFolder.Files(path, Recursive, static (_, _) => { }).Count() : 1);

    /// <summary>Told how much of a file is done that takes long.</summary>
    public required IProgress<double> Progress { get; init; }

    /// <param name="advance">Called after each file.</param>
    public async Task RunAsync(IEnumerable<string> paths, Action advance, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            // Where no root is configured, the path that a person names is one.
            var roots = MediaRoots.Of(options.Roots.Count > 0 ? options.Roots : [path]);
            if (!Directory.Exists(path))
            {
                await FixAsync(path, roots, isNamed: true, advance, cancellationToken);
            }
            else
            {
                await FixFolderAsync(path, roots, advance, cancellationToken);
            }
        }
    }

    private async Task FixFolderAsync(string folder, MediaRoots roots, Action advance, CancellationToken cancellationToken)
    {
        foreach (var file in MediaFolder.Files(folder, Recursive, ReportUnreadable))
        {
            await FixAsync(file, roots, isNamed: false, advance, cancellationToken);
        }
    }

    private async Task FixAsync(string path, MediaRoots roots, bool isNamed, Action advance, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = await RunAsync(path, Request, cancellationToken);
        if (Apply)
        {
            await ledger.RecordAsync(path, isNamed, OriginalLanguage, outcome, CancellationToken.None);
        }

        report.Add(path, outcome.Outcome, outcome.Advised?.Told ?? []);
        advance();

        AudioFixRequest Request(SelectionRules rules) => new()
        {
            Path = path,
            Roots = roots,
            Rules = rules,
            Apply = Apply,
            IsNamedByPerson = isNamed,
            MayRewrite = true,
            Progress = Progress,
            JobId = FixLedger.JobOf(path),
        };
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault with one file must not keep the others from their turn.")]
    private async Task<(AudioFixOutcome Outcome, AdvisedOutcome? Advised)> RunAsync(
        string path, Func<SelectionRules, AudioFixRequest> request, CancellationToken cancellationToken)
    {
        try
        {
            var done = await fix.RunAsync(path, instance: null, subject: null, OriginalLanguage, isLater: false, request, cancellationToken);
            return (done.Outcome, done);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException))
        {
            return (new AudioFixOutcome.Failed($"an unexpected fault, please report it: {fault.GetType().Name}: {fault.Message}"), null);
        }
    }

    private void ReportUnreadable(string folder, string reason) =>
        report.Add(folder, new AudioFixOutcome.Failed($"the folder cannot be listed: {reason}"), told: []);
}

using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Runs the fix over the paths of one command.</summary>
internal sealed class FixRun(AudioFix fix, AudioAdvice advice, FixLedger ledger, AudioOptions options, FixReport report)
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
        var advised = await advice.ForAsync(path, instance: null, subject: null, OriginalLanguage, cancellationToken);
        var request = new AudioFixRequest
        {
            Path = path,
            Roots = roots,
            Rules = advised.Rules,
            Apply = Apply,
            IsNamedByPerson = isNamed,
            MayRewrite = true,
            Progress = Progress,
            JobId = FixLedger.JobOf(path),
        };
        var outcome = advised.Skip is { } reason
            ? new AudioFixOutcome.Skipped(SkipReason.RuledOut, reason)
            : await RunAsync(request, cancellationToken);
        if (Apply)
        {
            await ledger.RecordAsync(request, OriginalLanguage, outcome, CancellationToken.None);
        }

        report.Add(path, outcome);
        advance();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault with one file must not keep the others from their turn.")]
    private async Task<AudioFixOutcome> RunAsync(AudioFixRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await fix.RunAsync(request, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException))
        {
            return new AudioFixOutcome.Failed($"an unexpected fault, please report it: {fault.GetType().Name}: {fault.Message}");
        }
    }

    private void ReportUnreadable(string folder, string reason) =>
        report.Add(folder, new AudioFixOutcome.Failed($"the folder cannot be listed: {reason}"));
}

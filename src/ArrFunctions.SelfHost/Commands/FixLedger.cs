using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Enters what the command line did to a file into the ledger, one job a path; what waits there is taken up by the service.</summary>
internal sealed class FixLedger(JobLedger ledger)
{
    /// <summary>The job of a path: fixing it again is the same job again.</summary>
    public static string JobOf(string path) => JobId.Hash("audio", "cli", path);

    /// <summary>A file that was right already is not entered: a folder run would bury everything else under them.</summary>
    public Task RecordAsync(
        string path, bool isNamed, LanguageTag? named, (AudioFixOutcome Outcome, AdvisedOutcome? Advised) done, CancellationToken cancellationToken)
    {
        if (done.Outcome is AudioFixOutcome.AlreadyCorrect)
        {
            return Task.CompletedTask;
        }

        var input = new AudioJobInput(named?.ToString(), isNamed, Apply: true);
        var job = new NewJob
        {
            Id = JobOf(path),
            Kind = JobKind.Audio,
            Source = JobSource.Cli,
            Lane = Lane.Low,
            Path = path,
            Input = JsonSerializer.SerializeToElement(input, AudioJobJson.Default.AudioJobInput),
        };
        return ledger.RecordAsync(job, AudioJob.OutcomeOf(done.Outcome, done.Advised), cancellationToken);
    }
}

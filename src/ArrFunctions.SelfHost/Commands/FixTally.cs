using ArrFunctions.Audio;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>How many files ended how.</summary>
internal sealed class FixTally
{
    public int Files { get; private set; }

    public int Changed { get; private set; }

    public int AlreadyCorrect { get; private set; }

    public int Planned { get; private set; }

    public int Waiting { get; private set; }

    public int Skipped { get; private set; }

    public int Failed { get; private set; }

    public void Count(AudioFixOutcome outcome)
    {
        Files++;
        _ = outcome switch
        {
            AudioFixOutcome.Changed => Changed++,
            AudioFixOutcome.AlreadyCorrect => AlreadyCorrect++,
            AudioFixOutcome.Planned => Planned++,
            AudioFixOutcome.Waiting => Waiting++,
            AudioFixOutcome.Skipped => Skipped++,
            _ => Failed++,
        };
    }

    public int ToExitCode() => Failed > 0 ? ExitCode.Failure : Waiting > 0 ? ExitCode.Waiting : ExitCode.Success;

    /// <summary>"3 files: 2 changed, 1 already right".</summary>
    public override string ToString()
    {
        (int Count, string Name)[] parts =
        [
            (Changed, "changed"), (Planned, "would be changed"), (AlreadyCorrect, "right already"), (Waiting, "waiting"), (Skipped, "skipped"), (Failed, "failed"),
        ];
        var told = parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Name}");
        return $"{Files} {(Files == 1 ? "file" : "files")}: {string.Join(", ", told)}";
    }
}

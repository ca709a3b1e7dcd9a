namespace ArrFunctions.Platform;

/// <summary>How a program ended.</summary>
public abstract record ProcessOutcome
{
    private ProcessOutcome()
    {
    }

    /// <param name="ExitCode">Its own; 128 and the signal's number where it was killed by one.</param>
    /// <param name="Output">What it wrote, the first 16 MiB.</param>
    /// <param name="Errors">The last lines that it wrote to its error output.</param>
    public sealed record Ended(int ExitCode, string Output, string Errors) : ProcessOutcome;

    /// <summary>There is no such program on the search path.</summary>
    public sealed record Missing : ProcessOutcome;

    public sealed record TimedOut(TimeSpan After) : ProcessOutcome;
}

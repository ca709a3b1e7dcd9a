namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>One way to do a job, measured in turns with the others.</summary>
/// <param name="RunAsync">The part that is timed.</param>
internal sealed record Contender(string Name, Func<Task> RunAsync)
{
    /// <summary>Brings the files to their start, before each timed part.</summary>
    public Func<Task> PrepareAsync { get; init; } = static () => Task.CompletedTask;

    /// <summary>Looks whether the job was done, after each timed part; throws when it was not.</summary>
    public Func<Task> CheckAsync { get; init; } = static () => Task.CompletedTask;
}

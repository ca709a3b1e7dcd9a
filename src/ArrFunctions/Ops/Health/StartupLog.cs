namespace ArrFunctions.Ops.Health;

/// <summary>The steps of the start of this process. A host names them all before it begins, and ends each.</summary>
internal sealed class StartupLog(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly DateTimeOffset begun = clock.GetUtcNow();
    private readonly List<StartupStep> steps = [];

    /// <summary>Every step is done.</summary>
    public bool IsReady => Read().IsReady;

    /// <summary>Names steps that the start has.</summary>
    public void Expect(params IEnumerable<string> names)
    {
        lock (gate)
        {
            steps.AddRange(names.Select(static name => new StartupStep(name, StartupOutcome.Waiting, Begun: null, Milliseconds: null, Result: null)));
        }
    }

    /// <summary>Does a step.</summary>
    /// <param name="name">As it was named before.</param>
    /// <param name="work">Does it, and says in words what was done.</param>
    public async Task RunAsync(string name, Func<Task<string>> work)
    {
        var since = clock.GetTimestamp();
        Set(name, new(name, StartupOutcome.Running, clock.GetUtcNow(), Milliseconds: null, Result: null));
        try
        {
            var result = await work();
            End(name, StartupOutcome.Done, since, result);
        }
        catch (Exception failure)
        {
            End(name, StartupOutcome.Failed, since, failure is Platform.StoreException ? failure.Message : "The log of the program says why.");
            throw;
        }
    }

    /// <summary>Ends a step that took no time of its own.</summary>
    public void Done(string name, string result) => End(name, StartupOutcome.Done, clock.GetTimestamp(), result);

    public StartupReport Read()
    {
        lock (gate)
        {
            return new(steps.TrueForAll(static step => step.Outcome is StartupOutcome.Done), begun, [.. steps]);
        }
    }

    private void End(string name, StartupOutcome outcome, long since, string result)
    {
        var took = clock.GetElapsedTime(since);
        Set(name, new(name, outcome, clock.GetUtcNow() - took, Math.Round(took.TotalMilliseconds, 1), result));
    }

    private void Set(string name, StartupStep step)
    {
        lock (gate)
        {
            steps[steps.FindIndex(each => each.Name == name)] = step;
        }
    }
}

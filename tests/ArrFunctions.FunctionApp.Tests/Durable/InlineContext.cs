namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>Code after an await runs at once on the thread that completed the task, as the one of an orchestrator does.</summary>
internal sealed class InlineContext : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Does something in such a context.</summary>
    public static void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(new InlineContext());
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}

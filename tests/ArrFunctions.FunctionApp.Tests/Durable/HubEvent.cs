using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>What happened to an orchestration, as its history keeps it.</summary>
internal abstract record HubEvent(DateTime At)
{
    /// <summary>What it asked for is there, or its timer is over.</summary>
    public sealed record Completed(DateTime At, int Action, string Json) : HubEvent(At);

    public sealed record Failed(DateTime At, int Action, TaskFailureDetails Failure) : HubEvent(At);

    public sealed record Raised(DateTime At, string Name, string Json) : HubEvent(At);
}

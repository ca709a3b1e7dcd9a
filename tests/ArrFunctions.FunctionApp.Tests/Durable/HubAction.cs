namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>What an orchestration asked for. Two runs over one history ask for the same.</summary>
internal abstract record HubAction
{
    public sealed record Activity(string Name, string Json) : HubAction;

    public sealed record SubOrchestration(string Name, string InstanceId, string Json) : HubAction;

    public sealed record Timer(DateTime Due) : HubAction;

    public sealed record Send(string InstanceId, string Name, string Json) : HubAction;
}

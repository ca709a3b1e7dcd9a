using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>A batch of kind export: the same steps, under a name of its own where Durable's instances are listed.</summary>
internal static class ExportOrchestration
{
    public const string Name = "Export";

    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, BatchInput run) => BatchOrchestration.RunAsync(context, run);
}

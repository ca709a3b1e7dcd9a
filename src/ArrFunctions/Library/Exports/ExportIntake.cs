using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Begins exports: one for each instance.</summary>
internal sealed class ExportIntake(BatchIntake batches, Live<ServarrOptions> servarr)
{
    /// <summary>The instances that have a library.</summary>
    public IReadOnlyList<Instance> Instances => [.. servarr.Value.Instances.Where(static instance => instance.Service is not ServarrService.Prowlarr)];

    public Task<BatchReceipt> StartAsync(string instance, ExportRequest request, BatchPriority priority, string actor, CancellationToken cancellationToken) =>
        batches.StartAsync(new() { Kind = JobKind.Export, Path = instance, Priority = priority, Input = request.ToInput() }, actor, cancellationToken);
}

using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Library.Exports;

/// <summary>Exports that begin by themselves: of each instance, unless one of it is at work.</summary>
internal sealed class ExportSchedule(ExportIntake intake)
{
    public const string Name = "library-export";

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(intake.Instances.Count > 0);
    }

    /// <returns>What was done, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var words = new List<string>();
        foreach (var instance in intake.Instances)
        {
            words.Add(await intake.StartAsync(instance.Name, new(), BatchPriority.Low, $"schedule:{Name}", cancellationToken) switch
            {
                BatchReceipt.Started started => $"{instance.Name}: export {started.Batch.Id} has begun",
                BatchReceipt.Refused refused => $"{instance.Name}: {refused.Objection.Reason}",
                var other => throw new InvalidOperationException($"Unknown receipt {other}."),
            });
        }

        return words is [] ? "no Sonarr or Radarr is configured" : string.Join("; ", words);
    }
}

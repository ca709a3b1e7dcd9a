using System.Collections.Concurrent;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Tells those of this process who wait on a queue that it has changed.</summary>
internal sealed class Arrivals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waited = new(StringComparer.Ordinal);

    /// <summary>The next change. To miss none, ask for it first, and look at the queue then.</summary>
    public Task Next(string queue) => waited.GetOrAdd(queue, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Say it when the change is committed.</summary>
    public void Announce(string queue)
    {
        if (waited.TryRemove(queue, out var waiters))
        {
            waiters.SetResult();
        }
    }

    public void AnnounceAll()
    {
        foreach (var queue in waited.Keys)
        {
            Announce(queue);
        }
    }
}

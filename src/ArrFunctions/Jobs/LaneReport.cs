using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>How the lanes stand.</summary>
internal sealed class LaneReport(IWorkQueue queue, LaneSwitch lanes, Live<JobsOptions> options)
{
    public async Task<QueueView> ReadAsync(CancellationToken cancellationToken)
    {
        var views = new List<LaneView>();
        foreach (var lane in Enum.GetValues<Lane>())
        {
            var messages = await queue.CountAsync(options.Value.Queues[lane], cancellationToken);
            views.Add(new(lane, messages, options.Value.Workers[lane], await lanes.IsPausedAsync(lane, cancellationToken)));
        }

        return new(views);
    }
}

using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications.Clients;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Events of one name that the next digest tells.</summary>
internal sealed record DigestGroup
{
    private const int MostSamples = 3;

    private const int LongestSample = 200;

    public required string Name { get; init; }

    public EventSeverity Severity { get; init; }

    public long Count { get; init; }

    /// <summary>Of the newest.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Messages of the newest, oldest first.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    public DigestGroup Add(EventRecord told)
    {
        var message = WholeText.Fit(told.Message, LongestSample);
        return this with
        {
            Severity = told.Severity > Severity ? told.Severity : Severity,
            Count = Count + 1,
            Time = told.Time > Time ? told.Time : Time,
            Samples = [.. Samples.Where(known => known != message).Append(message).TakeLast(MostSamples)],
        };
    }
}

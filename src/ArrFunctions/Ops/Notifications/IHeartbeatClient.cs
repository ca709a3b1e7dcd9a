namespace ArrFunctions.Ops.Notifications;

/// <summary>Sends signs of life to one target.</summary>
internal interface IHeartbeatClient
{
    /// <summary>One attempt, 10 seconds at most.</summary>
    /// <exception cref="NotificationException">It was not taken.</exception>
    Task BeatAsync(Heartbeat heartbeat, CancellationToken cancellationToken);
}

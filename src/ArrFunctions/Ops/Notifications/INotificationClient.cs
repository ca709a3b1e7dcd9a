namespace ArrFunctions.Ops.Notifications;

/// <summary>Sends messages to one target.</summary>
internal interface INotificationClient
{
    /// <summary>One attempt, 30 seconds at most; one more without the files where those are refused. Who calls tries again.</summary>
    /// <exception cref="NotificationException">It was not taken.</exception>
    Task SendAsync(Notification notification, CancellationToken cancellationToken);
}

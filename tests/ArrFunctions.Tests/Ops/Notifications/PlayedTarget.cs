using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>A target that a test plays.</summary>
internal sealed class PlayedTarget : INotificationClient
{
    public List<Notification> Taken { get; } = [];

    public int Attempts { get; private set; }

    /// <summary>Why nothing is taken; null: all is.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>It answers when this ends.</summary>
    public Task Answer { get; set; } = Task.CompletedTask;

    public IEnumerable<string> Lines => Taken.SelectMany(static taken => taken.Text.Split('\n'));

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        Attempts++;
        await Answer.WaitAsync(cancellationToken);
        if (Refusal is { } refusal)
        {
            throw refusal;
        }

        Taken.Add(notification);
    }
}

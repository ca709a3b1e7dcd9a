using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>A target that a test plays.</summary>
internal sealed class PlayedTarget : INotificationClient, IHeartbeatClient
{
    public List<Notification> Taken { get; } = [];

    public List<Heartbeat> Beats { get; } = [];

    public int Attempts { get; private set; }

    /// <summary>Why nothing is taken; null: all is.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>It answers when this ends.</summary>
    public Task Answer { get; set; } = Task.CompletedTask;

    public IEnumerable<string> Lines => Taken.SelectMany(static taken => taken.Text.Split('\n'));

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        Taken.Add(notification);
    }

    public async Task BeatAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        Beats.Add(heartbeat);
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        Attempts++;
        await Answer.WaitAsync(cancellationToken);
        if (Refusal is { } refusal)
        {
            throw refusal;
        }
    }
}

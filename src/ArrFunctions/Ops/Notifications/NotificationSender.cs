using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Metrics;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Hands one message to one target, and tells in words why it was not taken.</summary>
/// <param name="clientOf">The client of a target that takes messages.</param>
internal sealed partial class NotificationSender(Func<NotificationTarget, INotificationClient> clientOf, NotificationSecrets secrets, TimeProvider clock, ILogger<NotificationSender> logger)
{
    /// <summary>Longer than a client may take, in case one does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Messages that targets took, by the name of their kind.</summary>
    public Tally Sent { get; } = new();

    public Tally Failed { get; } = new();

    /// <returns>Null: it was taken.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a client throws, the message waits, and the other targets get theirs.")]
    public async Task<SendFailure?> TrySendAsync(NotificationTarget target, Notification notification, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await clientOf(target).SendAsync(notification, either.Token).WaitAsync(either.Token);
            Sent.Add(target.Kind.ToString());
            Log.Sent(logger, target.Name, notification.Events.Count);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Failed.Add(target.Kind.ToString());
            var known = failure as NotificationException;
            var trouble = known is not null ? secrets.Hide(known.Message)
                : failure is OperationCanceledException ? $"{target.Name} did not answer within {Patience.TotalSeconds:0} seconds."
                : $"{target.Name} could not be told: {failure.GetType().Name}. The log of the program says more.";
            Log.NotTaken(logger, target.Name, trouble);
            return new(trouble, known?.IsFinal is true, known?.RetryAfter);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Target} took a notification of {Count} events.")]
        public static partial void Sent(ILogger logger, string target, int count);

        [LoggerMessage(LogLevel.Warning, "{Target} did not take a notification: {Trouble}")]
        public static partial void NotTaken(ILogger logger, string target, string trouble);
    }
}

/// <summary>Why a message was not taken.</summary>
/// <param name="Trouble">A sentence; never a secret.</param>
/// <param name="IsFinal">Another attempt would fail as well.</param>
/// <param name="RetryAfter">How long the target wants to be left alone; null: it did not say.</param>
internal sealed record SendFailure(string Trouble, bool IsFinal, TimeSpan? RetryAfter);

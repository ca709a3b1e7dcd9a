using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Metrics;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Hands one message to one target, and tells in words why it was not taken.</summary>
/// <param name="clientOf">The client of a target that takes messages.</param>
/// <param name="heartbeatOf">That of one that takes signs of life.</param>
internal sealed partial class NotificationSender(
    Func<NotificationTarget, INotificationClient> clientOf, Func<NotificationTarget, IHeartbeatClient> heartbeatOf, NotificationSecrets secrets, TimeProvider clock, ILogger<NotificationSender> logger)
{
    /// <summary>Longer than a client may take, in case one does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Messages that targets took, by the name of their kind.</summary>
    public Tally Sent { get; } = new();

    public Tally Failed { get; } = new();

    /// <returns>Null: it was taken.</returns>
    public async Task<SendFailure?> TrySendAsync(NotificationTarget target, Notification notification, CancellationToken cancellationToken)
    {
        var failure = await TryAsync(target, token => clientOf(target).SendAsync(notification, token), cancellationToken);
        (failure is null ? Sent : Failed).Add(target.Kind.ToString());
        if (failure is null)
        {
            Log.Sent(logger, target.Name, notification.Events.Count);
        }

        return failure;
    }

    /// <summary>A sign of life, once: where it is not taken, the next one comes by itself.</summary>
    /// <returns>Null: it was taken.</returns>
    public Task<SendFailure?> TryBeatAsync(NotificationTarget target, Heartbeat heartbeat, CancellationToken cancellationToken) =>
        TryAsync(target, token => heartbeatOf(target).BeatAsync(heartbeat, token), cancellationToken);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a client throws, the message waits, and the other targets get theirs.")]
    private async Task<SendFailure?> TryAsync(NotificationTarget target, Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await send(either.Token).WaitAsync(either.Token);
            return null;
        }
        catch (NotificationException failure)
        {
            var trouble = Whole(secrets.Hide(target, failure.Message));
            Log.NotTaken(logger, target.Name, trouble);
            return new(trouble, failure.IsFinal, failure.RetryAfter);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.Late(logger, target.Name, Patience.TotalSeconds);
            return new($"{target.Name} did not answer within {Patience.TotalSeconds:0} seconds.", IsFinal: false, RetryAfter: null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return Fail(target, fault);
        }
    }

    /// <summary>What is made of a fault of this program on the way to a target. Its words may quote the address, and are shown nowhere.</summary>
    public SendFailure Fail(NotificationTarget target, Exception fault)
    {
        Log.Fault(logger, target.Name, fault.GetType(), fault.StackTrace);
        return new($"{target.Name} could not be told: {fault.GetType().Name}. The log of the program says more.", IsFinal: false, RetryAfter: null);
    }

    /// <summary>Others follow it in a line.</summary>
    private static string Whole(string sentence) => sentence.EndsWith('.') || sentence.EndsWith('?') ? sentence : $"{sentence}.";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Target} took a notification of {Count} events.")]
        public static partial void Sent(ILogger logger, string target, int count);

        [LoggerMessage(LogLevel.Warning, "{Target} did not take what it was sent: {Trouble}")]
        public static partial void NotTaken(ILogger logger, string target, string trouble);

        [LoggerMessage(LogLevel.Warning, "{Target} did not answer within {Seconds} seconds.")]
        public static partial void Late(ILogger logger, string target, double seconds);

        [LoggerMessage(LogLevel.Error, "{Target} could not be told, which is a fault of this program: {Type} {Trace}")]
        public static partial void Fault(ILogger logger, string target, Type type, string? trace);
    }
}

/// <summary>Why a message was not taken.</summary>
/// <param name="Trouble">A sentence; never a secret.</param>
/// <param name="IsFinal">Another attempt would fail as well.</param>
/// <param name="RetryAfter">How long the target wants to be left alone; null: it did not say.</param>
internal sealed record SendFailure(string Trouble, bool IsFinal, TimeSpan? RetryAfter);

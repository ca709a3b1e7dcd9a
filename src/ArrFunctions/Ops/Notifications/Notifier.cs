using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Everything that is due, for a timer: what came since is taken in, and each target that may be told something is.</summary>
internal sealed class Notifier(NotificationIntake intake, NotificationDelivery delivery, Live<NotificationsOptions> options)
{
    /// <summary>Names of the targets that take messages.</summary>
    public IReadOnlyList<string> Targets => [.. options.Value.Targets.Where(static target => !target.IsHeartbeat).Select(static target => target.Name)];

    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        if (await intake.IsDueAsync(cancellationToken))
        {
            return true;
        }

        foreach (var target in Targets)
        {
            if (await delivery.IsDueAsync(target, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>What was done, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await intake.RunAsync(cancellationToken);
        var targets = Targets;
        await Task.WhenAll(targets.Select(target => delivery.RunAsync(target, cancellationToken)));
        return $"{targets.Count} targets looked after";
    }

    /// <summary>The same, with what came for the digest.</summary>
    /// <returns>What was done, for people.</returns>
    public async Task<string> RunDigestAsync(CancellationToken cancellationToken)
    {
        await intake.RunAsync(cancellationToken);
        var count = await intake.CloseDigestsAsync(cancellationToken);
        await RunAsync(cancellationToken);
        return $"{count} digests";
    }

    /// <summary>A digest tells nobody anything where nobody is to be told.</summary>
    public ValueTask<bool> IsDigestDueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Targets.Count > 0);
    }
}

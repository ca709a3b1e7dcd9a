namespace ArrFunctions.Ops.Notifications;

/// <summary>Which of the notices that wait for a target become its next message, and when.</summary>
internal static class DeliveryPolicy
{
    /// <param name="waiting">In the order in which they came.</param>
    /// <param name="state">Of the target with its settings as they are.</param>
    public static DeliveryStep Next(IReadOnlyList<KeptNotice> waiting, TargetState state, NotificationsOptions options, DateTimeOffset now)
    {
        if (waiting is [] || state.IsFinal)
        {
            return new DeliveryStep.Rest();
        }

        var quietUntil = options.QuietHours?.EndAt(now);
        List<KeptNotice> allowed = [.. waiting.Where(kept => quietUntil is null || (!kept.Notice.IsDigest && kept.Notice.Severity >= options.UrgentFrom))];
        if (allowed is [])
        {
            return new DeliveryStep.Wait(quietUntil!.Value);
        }

        // What happened later than now happened before the clock was put back, and what was counted from it is void.
        var due = Later(state.LastFailure > now ? null : state.NextTry, state.LastSent > now ? null : state.LastSent + state.Spacing);
        if (due > now && !IsOfWrongClock(due.Value, now))
        {
            return new DeliveryStep.Wait(due.Value);
        }

        return new DeliveryStep.Send(allowed[0].Notice.IsDigest ? [allowed[0]] : [.. allowed.Where(static kept => !kept.Notice.IsDigest)]);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    /// <summary>No delay is that long: the clock was ahead when it was set.</summary>
    private static bool IsOfWrongClock(DateTimeOffset due, DateTimeOffset now) => due > now + TimeSpan.FromHours(7);
}

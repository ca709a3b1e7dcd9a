namespace ArrFunctions.Ops.Notifications;

/// <summary>From one time of day to another, perhaps over midnight, in a time zone.</summary>
/// <param name="From">Belongs to them.</param>
/// <param name="To">Does not.</param>
/// <param name="Zone">Of both.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    /// <summary>When the quiet hours end that hold at a time; null: none do.</summary>
    /// <remarks>Clocks that are put back neither repeat nor interrupt them: each time of day counts when it comes first, and one that is left out counts when the clock has jumped over it.</remarks>
    public DateTimeOffset? EndAt(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        foreach (var day in (DateOnly[])[today.AddDays(-1), today])
        {
            var (begin, end) = (At(day, From), At(To > From ? day : day.AddDays(1), To));
            if (now >= begin && now < end)
            {
                return end;
            }
        }

        return null;
    }

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        // Of two that are called so, the first has the larger offset.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

namespace ArrFunctions.Ops.Notifications;

/// <summary>How far the log was read for one target.</summary>
internal sealed record IntakeCursor
{
    /// <summary>Number of the last event that was looked at.</summary>
    public long Seen { get; init; }

    /// <summary>How many notices were removed untold, because too many waited.</summary>
    public long Dropped { get; init; }

    /// <summary>When repeats were looked through.</summary>
    public DateTimeOffset? Reviewed { get; init; }
}

namespace ArrFunctions.Ops.Notifications;

/// <summary>When an event is told.</summary>
public enum NotificationTime
{
    /// <summary>As it comes, but in quiet hours.</summary>
    Now,

    /// <summary>With all others, in the next digest.</summary>
    Digest,

    /// <summary>Not at all; a rule above others that leaves something out.</summary>
    Never,
}

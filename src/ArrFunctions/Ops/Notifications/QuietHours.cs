namespace ArrFunctions.Ops.Notifications;

/// <summary>From one time of day to another, perhaps over midnight, in a time zone.</summary>
/// <param name="From">Belongs to them.</param>
/// <param name="To">Does not.</param>
/// <param name="Zone">Of both.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, TimeZoneInfo Zone);

namespace ArrFunctions.Jobs;

/// <summary>Who works on a job, and until when that is believed without a renewal.</summary>
public sealed record JobLease(string Owner, DateTimeOffset Until);

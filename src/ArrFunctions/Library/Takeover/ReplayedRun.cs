namespace ArrFunctions.Library.Takeover;

/// <summary>The library at the end of one of their runs.</summary>
internal sealed record ReplayedRun(DateTimeOffset Started, DateTimeOffset Ended, int Files, double Mean, double Median, int Negative, IReadOnlyList<ReplayedChange> Changes);

namespace ArrFunctions.Library.Analysis;

/// <summary>How scores lie: order statistics, and the mean for those who look for it.</summary>
/// <param name="Lower">First quartile.</param>
/// <param name="Upper">Third quartile.</param>
/// <param name="Deviation">Median absolute deviation from the median.</param>
internal sealed record ScoreSpread(int Min, double Lower, double Median, double Upper, int Max, double Mean, double Deviation);

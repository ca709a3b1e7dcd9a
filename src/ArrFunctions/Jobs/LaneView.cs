namespace ArrFunctions.Jobs;

/// <summary>A lane as <c>GET queue</c> shows it.</summary>
/// <param name="Messages">About how many messages it holds, those of running jobs included.</param>
internal sealed record LaneView(Lane Lane, long Messages, int Workers, bool IsPaused);

/// <summary>All lanes.</summary>
internal sealed record QueueView(IReadOnlyList<LaneView> Lanes);

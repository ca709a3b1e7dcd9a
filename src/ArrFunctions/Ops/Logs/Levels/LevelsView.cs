namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>The levels that hold, and how far down others can be set.</summary>
internal sealed record LevelsView(IReadOnlyList<LevelView> Levels, IReadOnlyList<ClosedView> Closed);

/// <param name="Configured">Null where no setting names the category.</param>
/// <param name="Until">When it goes back; null where it does not, or was not changed.</param>
internal sealed record LevelView(string Category, string Level, string? Configured, DateTimeOffset? Until);

/// <param name="Lowest">Below this the category would tell keys.</param>
internal sealed record ClosedView(string Category, string Lowest);

/// <summary>What is put to change levels.</summary>
/// <param name="Levels">Level of each category; null: as configured.</param>
/// <param name="For">How long, such as <c>15m</c>.</param>
internal sealed record LevelsBody(IReadOnlyDictionary<string, string?>? Levels, string? For);

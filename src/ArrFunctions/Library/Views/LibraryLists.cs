using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Views;

/// <summary>The custom formats of an instance and what they do.</summary>
internal sealed record FormatList(string Instance, DateTimeOffset Collected, IReadOnlyList<FormatEffect> Formats);

/// <summary>The quality profiles of an instance and the files under them.</summary>
internal sealed record ProfileList(string Instance, DateTimeOffset Collected, IReadOnlyList<ProfileFigures> Profiles);

/// <summary>How a library moves.</summary>
internal sealed record TrendsView(string Instance, DateTimeOffset Collected, LibraryTrends? Trends);

/// <summary>A page of the history, newest first.</summary>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record ChangeList(string Instance, IReadOnlyList<ScoreChange> Changes, string? Cursor);

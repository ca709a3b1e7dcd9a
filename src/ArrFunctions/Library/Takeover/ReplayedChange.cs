using System.Runtime.InteropServices;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Takeover;

/// <summary>What one of their runs found of an item.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReplayedChange(TheirItem Item, DateTimeOffset Time, ScoreChangeKind Kind, int? Before, int? After);

/// <summary>A movie, or an episode by its numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TheirItem(int TitleId, int Season, int Episode);

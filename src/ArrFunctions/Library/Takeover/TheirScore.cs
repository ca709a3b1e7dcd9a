using System.Runtime.InteropServices;

namespace ArrFunctions.Library.Takeover;

/// <summary>A row of <c>score_history</c> of Arr Score Exporter.</summary>
/// <param name="Time">In UTC, as that table has it.</param>
/// <param name="Kind">new_file, improved, degraded, unchanged, removed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TheirScore(TheirFile File, DateTimeOffset Time, int Score, int? Previous, TheirScoreKind Kind);

/// <summary>What happened to a file there.</summary>
internal enum TheirScoreKind
{
    NewFile,
    Seen,
    Removed,
}

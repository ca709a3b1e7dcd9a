using System.Runtime.InteropServices;

namespace ArrFunctions.Library.History;

/// <summary>What became of an item between two exports: its first state against its last one, whatever lay between.</summary>
/// <param name="Title">"Dark S01E02", "Heat (1995)".</param>
/// <param name="Before">Null: it had no file.</param>
/// <param name="After">Null: it has no file.</param>
/// <param name="SizeChange">Bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemDiff(
    ItemKey Item, string Title, int? Before, int? After, string? QualityBefore, string? QualityAfter, long SizeChange)
{
    public static ItemDiff Of(ScoreChange change) =>
        new(change.Item, change.Title, change.Before, change.After, change.QualityBefore, change.QualityAfter, change.SizeChange);

    public ItemDiff Then(ScoreChange change) =>
        this with { Title = change.Title, After = change.After, QualityAfter = change.QualityAfter, SizeChange = SizeChange + change.SizeChange };
}

using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Batches;

namespace ArrFunctions.SelfHost.Tests.Library;

/// <summary>What is to be told of an item, or what the history tells of it.</summary>
internal sealed record KnownChange(int TitleId, int EpisodeId, string Kind, int? Before, int? After)
{
    /// <summary>What happened between two looks at an application where no file was added to an item without one.</summary>
    public static IReadOnlyList<KnownChange> Between(IReadOnlyList<KnownFile> before, IReadOnlyList<KnownFile> after)
    {
        var now = after.ToDictionary(static file => (file.TitleId, file.EpisodeId));
        return Sorted(before
            .Select(old => (Old: old, New: now.GetValueOrDefault((old.TitleId, old.EpisodeId))))
            .Where(static pair => pair.Old != pair.New)
            .Select(static pair => new KnownChange(pair.Old.TitleId, pair.Old.EpisodeId, KindOf(pair.Old, pair.New), pair.Old.Score, pair.New?.Score)));
    }

    public static IReadOnlyList<KnownChange> Of(IEnumerable<JsonElement> history) => Sorted(history.Select(static change => new KnownChange(
        Number(change.GetProperty("item"), "titleId") ?? 0,
        Number(change.GetProperty("item"), "episodeId") ?? 0,
        change.Text("kind"),
        Number(change, "before"),
        Number(change, "after"))));

    public static IReadOnlyList<KnownChange> Sorted(IEnumerable<KnownChange> changes) =>
        [.. changes.OrderBy(static change => (change.TitleId, change.EpisodeId)).ThenBy(static change => change.Kind, StringComparer.Ordinal).ThenBy(static change => change.Before)];

    private static string KindOf(KnownFile old, KnownFile? file) =>
        file is null ? "removed"
        : old.FileId == file.FileId ? old.Score == file.Score ? "renamed" : "rescored"
        : file.Score.CompareTo(old.Score) switch { > 0 => "upgraded", < 0 => "downgraded", _ => "replaced" };

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : null;
}

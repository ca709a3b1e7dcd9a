using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Configuration;

/// <summary>One setting that two states of the configuration say differently.</summary>
/// <param name="Source">What says it now; where nothing does, what said it before.</param>
/// <param name="Before">As it is shown; null: none. Null for a secret.</param>
/// <param name="After">The same, of now.</param>
internal sealed record SettingDifference(string Key, SettingSource Source, string? Before, string? After)
{
    public static IEnumerable<SettingDifference> Between(ConfigurationResult.Valid before, ConfigurationResult.Valid after)
    {
        var keys = before.Layers.Keys.Union(after.Layers.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return keys
            .Select(key => SettingCatalogue.Find(key)!)
            .Where(known => !before.Layers.Texts(known.Key, known.Setting).SequenceEqual(after.Layers.Texts(known.Key, known.Setting), StringComparer.Ordinal))
            .Select(known => new SettingDifference(
                known.Key,
                (after.Layers.Find(known.Key) ?? before.Layers.Find(known.Key))!.Entry.Source,
                Shown(known, before),
                Shown(known, after)));
    }

    /// <summary>When the value that the sources name holds.</summary>
    public static string Effect(string key, ConfigurationState state) => state.IsWaiting(SettingCatalogue.Find(key)!) ? "restart" : "live";

    /// <summary>The settings whose wanted values hold only after the next start.</summary>
    public static IReadOnlyList<string> Waiting(ConfigurationState state) =>
    [
        .. state.Wanted.Layers.Keys.Union(state.Layers.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(key => state.IsWaiting(SettingCatalogue.Find(key)!)),
    ];

    public EventRecord ToEvent(string actor, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = "config.changed",
        Subject = $"setting:{Key}",
        Actor = actor,
        Message = Before is null && After is null ? $"{Key} was changed." : $"{Key} was changed from {Before ?? "nothing"} to {After ?? "nothing"}.",
        Before = Before,
        After = After,
    };

    private static string? Shown(KnownKey known, ConfigurationResult.Valid of) =>
        known.Setting.IsSecret || of.Layers.Texts(known.Key, known.Setting) is not { Count: > 0 } texts ? null : string.Join(',', texts);
}

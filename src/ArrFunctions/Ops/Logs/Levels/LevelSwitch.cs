namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>Changes levels while the program runs, and lets them go back when their time is over.</summary>
internal sealed class LevelSwitch(LevelStore store, LogLevels levels)
{
    /// <inheritdoc cref="LevelStore.ChangeAsync"/>
    public async Task SetAsync(IReadOnlyDictionary<string, LevelWish> asked, TimeSpan? span, string actor, CancellationToken cancellationToken)
    {
        await store.ChangeAsync(asked, span, actor, cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    /// <summary>Takes over what the store says, which another process may have changed.</summary>
    /// <returns>When the first of it ends; null: nothing does.</returns>
    public async Task<DateTimeOffset?> RefreshAsync(CancellationToken cancellationToken)
    {
        var held = await store.ReadAsync(cancellationToken);

        // Closed categories can be in it only by another version's doing; the guard keeps them closed all the same.
        levels.Set(held.Select(change => KeyValuePair.Create(change.Key, change.Value.Level)));
        return held.Values.Min(change => change.Until);
    }

    public async Task<LevelsView> ShowAsync(CancellationToken cancellationToken)
    {
        var held = await store.ReadAsync(cancellationToken);
        return new(
            [
                .. levels.Configured.Keys.Union(held.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(category =>
                {
                    var change = held.GetValueOrDefault(category);
                    var configured = levels.Configured.TryGetValue(category, out var level) ? LevelWords.Of(level) : null;
                    return new LevelView(category, change is null ? configured! : LevelWords.Of(change.Level), configured, change?.Until);
                }),
            ],
            [.. ClosedCategories.All.OrderBy(closed => closed.Key, StringComparer.Ordinal).Select(closed => new ClosedView(closed.Key, LevelWords.Of(closed.Value)))]);
    }
}

using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Setup.Takeover;

/// <summary>Takes the configuration of another program over into the stored settings, as a change of them by a person: valid, told, and secrets encrypted.</summary>
internal sealed class SettingsTakeover(ConfigurationReload reload, ConfigurationChange change, LiveConfiguration live)
{
    /// <summary>How often somebody else may write meanwhile.</summary>
    private const int Attempts = 5;

    /// <summary>What would be done now.</summary>
    /// <exception cref="StoreException">The state cannot be read.</exception>
    public async Task<IReadOnlyList<TakenSetting>> LookAsync(TakeoverPlan plan, TakeoverOptions options, CancellationToken cancellationToken)
    {
        var (comparison, _) = await CompareAsync(options, cancellationToken);
        return [.. plan.Taken.Select(comparison.Of)];
    }

    /// <summary>Does it, in groups that a change takes; each is written whole or not at all, and what was cut off is gone on with by doing it again.</summary>
    /// <returns>What is wrong with them together; null: all are written that were to be.</returns>
    /// <exception cref="StoreException">The state cannot be read or written.</exception>
    public async Task<IReadOnlyList<Finding>?> RunAsync(TakeoverPlan plan, TakeoverOptions options, string actor, CancellationToken cancellationToken)
    {
        for (var (next, attempt) = (0, 1); next < plan.Taken.Count;)
        {
            var (comparison, etag) = await CompareAsync(options, cancellationToken);
            var (settings, end) = Group(plan, comparison, next);
            if (settings.Count == 0)
            {
                break;
            }

            var note = new ChangeNote("import.taken", $"system:{plan.System.Word()}", $"Settings of {plan.System.Name()} were taken over: {settings.Count}.");
            switch (await change.RunAsync(settings, etag, actor, note, cancellationToken))
            {
                case ChangeOutcome.Invalid invalid:
                    return invalid.Findings;
                case ChangeOutcome.Changed:
                    (next, attempt) = (end, 1);
                    break;
                case ChangeOutcome.Conflict when attempt++ == Attempts:
                    return [new(FindingSeverity.Error, "configChanged", "Others change the stored settings all the time. Try again.")];
            }
        }

        return null;
    }

    private static (Dictionary<string, IReadOnlyList<string>?> Settings, int End) Group(TakeoverPlan plan, TakeoverComparison comparison, int next)
    {
        var settings = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal);
        for (; next < plan.Taken.Count; next++)
        {
            var found = comparison.Of(plan.Taken[next]);
            if (!found.IsToBeWritten)
            {
                continue;
            }

            if (settings.Count + found.Settings.Count > ConfigurationChange.MostSettings - 1)
            {
                break;
            }

            foreach (var (key, texts) in found.Settings)
            {
                settings[key] = texts;
            }
        }

        return (settings, next);
    }

    private async Task<(TakeoverComparison Comparison, string? ETag)> CompareAsync(TakeoverOptions options, CancellationToken cancellationToken)
    {
        var (result, values) = await reload.ReadAsync(change: null, cancellationToken);
        var now = result as ConfigurationResult.Valid ?? live.State.Wanted;
        return (new(now.Options.Servarr.Instances, now.Layers, values, options), StoredTag.Of(values));
    }
}

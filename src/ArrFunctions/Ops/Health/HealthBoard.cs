using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Health;

/// <summary>How the program is. Whoever asks waits a moment for what is being found out, and then gets what is known.</summary>
internal sealed class HealthBoard(IEnumerable<HealthChecks> checks, TimeProvider clock, ILogger<HealthBoard> logger, LiveConfiguration? configuration = null)
{
    /// <summary>By the clock of the machine: an answer is not to be late, whatever time it is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private Looked? looked;

    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        var keepers = Keepers();
        await Task.WhenAll(keepers.Select(keeper => keeper.Refresh())).WaitAsync(Patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var found = keepers.Select(keeper => (Keeper: keeper, Entry: keeper.Read())).ToList();
        var status = found.Select(each => each.Keeper.Weight(each.Entry)).DefaultIfEmpty(HealthStatus.Healthy).Max();
        return new(status, clock.GetUtcNow(), [.. found.Select(each => each.Entry)]);
    }

    /// <summary>What was found under another configuration may not hold under this one, and is looked at anew.</summary>
    private HealthKeeper[] Keepers()
    {
        var (now, last) = (configuration?.Current, Volatile.Read(ref looked));
        if (last is null || !ReferenceEquals(last.Under, now))
        {
            var before = last?.Keepers.ToDictionary(static keeper => keeper.Name, StringComparer.Ordinal) ?? [];
            last = new(now, [.. checks.SelectMany(static set => set.All()).Select(check => new HealthKeeper(check, clock, logger, before.GetValueOrDefault(check.Name)))]);
            Volatile.Write(ref looked, last);
        }

        return last.Keepers;
    }

    private sealed record Looked(ArrFunctionsOptions? Under, HealthKeeper[] Keepers);
}

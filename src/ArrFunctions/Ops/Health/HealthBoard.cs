using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Health;

/// <summary>How the program is. Whoever asks waits a moment for what is being found out, and then gets what is known.</summary>
internal sealed class HealthBoard(IEnumerable<HealthChecks> checks, TimeProvider clock, ILogger<HealthBoard> logger)
{
    /// <summary>By the clock of the machine: an answer is not to be late, whatever time it is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lazy<HealthKeeper[]> keepers = new(() => [.. checks.SelectMany(set => set.All).Select(check => new HealthKeeper(check, clock, logger))]);

    public async Task<HealthReport> ReadAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(keepers.Value.Select(keeper => keeper.Refresh())).WaitAsync(Patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        var found = keepers.Value.Select(keeper => (Keeper: keeper, Entry: keeper.Read())).ToList();
        var status = found.Select(each => each.Keeper.Weight(each.Entry)).DefaultIfEmpty(HealthStatus.Healthy).Max();
        return new(status, clock.GetUtcNow(), [.. found.Select(each => each.Entry)]);
    }
}

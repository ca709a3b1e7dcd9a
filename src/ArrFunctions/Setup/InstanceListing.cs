using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup;

/// <summary>The instances as anybody with a key may see them.</summary>
internal sealed class InstanceListing(LiveConfiguration live, StoredSettings stored)
{
    /// <summary>Those in use, and behind them those that are stored and were left out.</summary>
    public async Task<IReadOnlyList<InstanceView>> ReadAsync(CancellationToken cancellationToken)
    {
        var (state, values) = (live.State, await stored.ReadAsync(cancellationToken));
        var used = state.Options.Servarr.Instances;
        return
        [
            .. used.Select(instance => InstanceView.Of(instance, state)),
            .. StoredInstance.Of(values).Where(own => !used.Any(instance => instance.Name == own.Name)).Select(own => InstanceView.Of(own, values)),
        ];
    }

    /// <returns>Null when there is none of this name.</returns>
    public async Task<InstanceView?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).FirstOrDefault(view => view.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

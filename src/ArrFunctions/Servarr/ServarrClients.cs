using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>A client for each configured instance.</summary>
internal sealed class ServarrClients(Live<ServarrOptions> options, TimeProvider clock) : IDisposable
{
    private readonly MadeOf<ServarrOptions, Clients> made = new(
        options, now => new([.. now.Instances.Select(instance => new ServarrClient(instance, now.Instances, clock))]));

    public IReadOnlyList<ServarrClient> All => made.Value.All;

    /// <returns>Null when no instance has this name.</returns>
    public ServarrClient? Of(string? name) =>
        All.FirstOrDefault(client => client.Instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Dispose() => made.Dispose();

    private sealed record Clients(IReadOnlyList<ServarrClient> All) : IDisposable
    {
        public void Dispose()
        {
            foreach (var client in All)
            {
                client.Dispose();
            }
        }
    }
}

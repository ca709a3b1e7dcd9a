namespace ArrFunctions.Servarr;

/// <summary>A client for each configured instance.</summary>
internal sealed class ServarrClients(ServarrOptions options, TimeProvider clock) : IDisposable
{
    public IReadOnlyList<ServarrClient> All { get; } =
        [.. options.Instances.Select(instance => new ServarrClient(instance, options.Instances, clock))];

    /// <returns>Null when no instance has this name.</returns>
    public ServarrClient? Of(string? name) =>
        All.FirstOrDefault(client => client.Instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        foreach (var client in All)
        {
            client.Dispose();
        }
    }
}

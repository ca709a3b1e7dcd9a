namespace ArrFunctions.Servarr;

/// <summary>Finds out whether an instance is what the configuration says, and if not, what is there instead. One look: nothing is asked twice, and it
/// does not matter whether the instance is left alone just now.</summary>
internal sealed class ConnectionCheck(ServarrClients clients, TimeProvider clock)
{
    /// <summary>Of everything that is asked for one instance.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <returns>Null when no instance has this name.</returns>
    public async Task<ConnectionOutcome?> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (clients.Of(name) is not { } client)
        {
            return null;
        }

        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await new ConnectionLook(client.Instance, client.Connection, cancellationToken).RunAsync(either.Token);
    }
}

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

        return await LookAsync(client.Instance, client.Connection, cancellationToken);
    }

    /// <summary>The same of one that is not configured. Of what answers no word is handed on but the name of an application and a version: it may be anything.</summary>
    public async Task<ConnectionOutcome> RunAsync(Instance candidate, CancellationToken cancellationToken)
    {
        using var connection = new ServarrConnection(candidate, [.. clients.All.Select(static client => client.Instance), candidate], clock, isStranger: true);
        return await LookAsync(candidate, connection, cancellationToken);
    }

    private async Task<ConnectionOutcome> LookAsync(Instance instance, ServarrConnection connection, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await new ConnectionLook(instance, connection, cancellationToken).RunAsync(either.Token);
    }
}

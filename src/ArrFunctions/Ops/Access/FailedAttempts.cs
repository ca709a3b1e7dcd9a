using System.Net;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Access;

/// <summary>Counts wrong keys and signatures by client, a minute at a time. It never decides about a right one.</summary>
/// <remarks>Remembers the clients that tried last, and of the others only how many there were.</remarks>
internal sealed class FailedAttempts(Live<AccessOptions> options, TimeProvider time)
{
    public const int MostClients = 4096;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Client>> clients = new(StringComparer.Ordinal);
    private readonly LinkedList<Client> byLastTry = new();
    private RefusedClient forgotten = new(Client: null, 0);
    private long total;
    private long limited;

    /// <summary>Requests that were refused for a wrong key or signature since the start; those that were limited are among them.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>Of these, answered with 429.</summary>
    public long Limited => Interlocked.Read(ref limited);

    /// <summary>How many clients are remembered.</summary>
    public int Clients
    {
        get
        {
            lock (gate)
            {
                return clients.Count;
            }
        }
    }

    /// <summary>Counts one more; how long the client should wait before it tries another key, or null while it is within the limit.</summary>
    public TimeSpan? Add(IPAddress? address)
    {
        var now = time.GetUtcNow();
        Interlocked.Increment(ref total);
        lock (gate)
        {
            var client = Touch(ClientName.Of(address), now);
            client.Attempts++;
            client.Untold++;
            if (client.Attempts <= options.Value.Failures)
            {
                return null;
            }

            Interlocked.Increment(ref limited);
            return client.Begun + Window - now;
        }
    }

    /// <summary>What was refused since this was asked the last time; null as the client stands for those that are not remembered.</summary>
    public IReadOnlyList<RefusedClient> Take()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            List<RefusedClient> taken = [.. clients.Values.Where(node => node.Value.Untold > 0).Select(node => new RefusedClient(node.Value.Name, node.Value.Untold))];
            if (forgotten.Requests > 0)
            {
                taken.Add(forgotten);
                forgotten = new(Client: null, 0);
            }

            foreach (var node in clients.Values.ToList())
            {
                node.Value.Untold = 0;
                if (HasEnded(node.Value, now))
                {
                    Forget(node);
                }
            }

            return taken;
        }
    }

    /// <summary>A clock that was set back ends a window too, or it would be a long one.</summary>
    private static bool HasEnded(Client client, DateTimeOffset now) => now - client.Begun >= Window || now < client.Begun;

    private Client Touch(string name, DateTimeOffset now)
    {
        if (clients.TryGetValue(name, out var node))
        {
            byLastTry.Remove(node);
        }
        else
        {
            if (clients.Count == MostClients)
            {
                Forget(byLastTry.First!);
            }

            clients[name] = node = new(new(name, now));
        }

        byLastTry.AddLast(node);
        if (HasEnded(node.Value, now))
        {
            (node.Value.Begun, node.Value.Attempts) = (now, 0);
        }

        return node.Value;
    }

    private void Forget(LinkedListNode<Client> node)
    {
        forgotten = forgotten with { Requests = forgotten.Requests + node.Value.Untold };
        clients.Remove(node.Value.Name);
        byLastTry.Remove(node);
    }

    private sealed class Client(string name, DateTimeOffset begun)
    {
        public string Name => name;

        public DateTimeOffset Begun { get; set; } = begun;

        public int Attempts { get; set; }

        public int Untold { get; set; }
    }
}

/// <summary>Requests with wrong keys of one client.</summary>
internal sealed record RefusedClient(string? Client, int Requests);

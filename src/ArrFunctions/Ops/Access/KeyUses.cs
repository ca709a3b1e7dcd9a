using System.Collections.Concurrent;
using System.Net;

namespace ArrFunctions.Ops.Access;

/// <summary>Notes when keys are used. A request notes it in memory alone; <see cref="AccessPulse"/> writes it once a minute and at the end.</summary>
internal sealed class KeyUses(KeyStore keys, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, KeyUse> pending = new(StringComparer.Ordinal);

    public void Note(AccessKey key, IPAddress? client)
    {
        var now = time.GetUtcNow();
        pending[key.Id] = new(now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerMinute), ClientName.Of(client));
    }

    /// <summary>What cannot be written stays for the next time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var noted = pending.ToArray();
        if (noted.Length > 0)
        {
            await keys.WriteUsesAsync(noted, cancellationToken);
            foreach (var use in noted)
            {
                pending.TryRemove(use); // not where it was used again meanwhile
            }
        }
    }
}

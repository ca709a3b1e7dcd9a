namespace ArrFunctions.Ops.Access;

/// <summary>Tells texts that no key has from those that are worth a look, so that wrong keys, however many, cost the store next to nothing.</summary>
/// <remarks>
/// The hashes in memory only ever say "look": whether a key is good is read from the store for each request, so that a deleted one is worth nothing at once. A hash that is not among them is not refused
/// before a reading that began after the question, so that a key which another process has just made counts at once too. One reading answers all who ask meanwhile, and the next begins after a
/// pause: 20 a second at the most, for any number of wrong keys and clients.
/// </remarks>
internal sealed class KnownKeys(KeyStore keys)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Lock gate = new();
    private volatile HashSet<string> hashes = new(StringComparer.Ordinal);
    private Task<HashSet<string>>? next;
    private long? began;
    private long readings;

    /// <summary>How often the store was read.</summary>
    public long Readings => Interlocked.Read(ref readings);

    /// <summary>False: no key that was there when this was asked has the hash.</summary>
    /// <exception cref="Platform.StoreException">The store cannot be read.</exception>
    public async ValueTask<bool> MayBeAsync(string hash, CancellationToken cancellationToken) =>
        hashes.Contains(hash) || (await Next().WaitAsync(cancellationToken)).Contains(hash);

    /// <summary>The reading that has not begun.</summary>
    private Task<HashSet<string>> Next()
    {
        lock (gate)
        {
            return next ??= ReadAsync();
        }
    }

    /// <summary>For no request in particular: one that is given up does not end it for the others.</summary>
    private async Task<HashSet<string>> ReadAsync()
    {
        // The load is real, whatever the clock of the product says.
        var clock = TimeProvider.System;
        var rest = began is { } last ? Pause - clock.GetElapsedTime(last) : TimeSpan.Zero;
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            (next, began) = (null, clock.GetTimestamp());
        }

        Interlocked.Increment(ref readings);
        var read = await keys.HashesAsync(CancellationToken.None);
        hashes = read;
        return read;
    }
}

using System.Net;

namespace ArrFunctions.Ops.Access;

/// <summary>Finds the key behind texts that were sent as one. Of several right ones the first counts, and wrong ones beside it do no harm.</summary>
internal sealed class KeyLookUp(KeyStore keys, KnownKeys known, KeyUses uses, TimeProvider time)
{
    /// <summary>Each is a read of the store; no honest sender carries so many.</summary>
    private const int MostTried = 8;

    /// <returns>The key, or else the last of those that were right until their end.</returns>
    /// <exception cref="Platform.StoreException">The store cannot be read.</exception>
    public async Task<(AccessKey? Right, AccessKey? Expired)> FindAsync(IEnumerable<string> presented, IPAddress? client, CancellationToken cancellationToken)
    {
        AccessKey? expired = null;
        foreach (var text in presented.Select(KeyText.TryRead).OfType<KeyText>().Take(MostTried))
        {
            if (!await known.MayBeAsync(text.Hash, cancellationToken) || await keys.FindAsync(text, cancellationToken) is not { } key)
            {
                continue;
            }

            if (!key.HasExpired(time.GetUtcNow()))
            {
                uses.Note(key, client);
                return (key, null);
            }

            expired = key;
        }

        return (null, expired);
    }
}

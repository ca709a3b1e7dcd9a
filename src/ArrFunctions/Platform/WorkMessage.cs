using System.Globalization;

namespace ArrFunctions.Platform;

/// <summary>A message as it was received.</summary>
/// <param name="Queue">Its queue.</param>
/// <param name="Id">The same at every receipt.</param>
/// <param name="Body">The text that was sent.</param>
/// <param name="DequeueCount">How often it was received, this time included.</param>
/// <param name="Receipt">Proves the lease; another after every receipt and renewal. Opaque.</param>
public sealed record WorkMessage(string Queue, string Id, string Body, int DequeueCount, string Receipt)
{
    /// <summary>A receipt that no other lease has: 63 random bits.</summary>
    internal static string NewReceipt() => Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
}

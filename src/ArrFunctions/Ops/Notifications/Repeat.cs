using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What a target was told of, so that it is not told of the same over and over.</summary>
/// <param name="At">When it was told of it.</param>
/// <param name="Held">How often it came since, and was not told.</param>
/// <param name="Last">The last of those.</param>
internal sealed record Repeat(DateTimeOffset At, int Held = 0, EventRecord? Last = null)
{
    /// <summary>Events with the same name, subject and message are the same.</summary>
    public static string KeyOf(EventRecord told) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{told.Name}\n{told.Subject}\n{told.Message}")).AsSpan(0, 16));

    /// <summary>Whether it may be told again. One that lies ahead was kept while the clock was wrong.</summary>
    public bool IsOver(DateTimeOffset now, TimeSpan repeatAfter) => now >= At + repeatAfter || At > now + repeatAfter;

    public Repeat Hold(EventRecord told) => this with { Held = Held + 1, Last = told };
}

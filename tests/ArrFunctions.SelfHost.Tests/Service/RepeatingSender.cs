using System.Collections.Concurrent;
using System.Net;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Posts events, and keeps those that were not acknowledged for the next time.</summary>
internal sealed class RepeatingSender
{
    private readonly ConcurrentQueue<(string Route, string Body)> pending = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> acknowledged = new(StringComparer.Ordinal);

    /// <summary>The job ids that each acknowledged event was answered with, by webhook id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Acknowledged => acknowledged;

    /// <summary>How often the connection broke before the answer.</summary>
    public int Broken { get; private set; }

    public bool IsDone => pending.IsEmpty;

    public void Add(string route, string body) => pending.Enqueue((route, body));

    /// <summary>Sends what is pending, one after the other, until so many are acknowledged or the service is gone.</summary>
    public async Task SendAsync(ServiceClient client, int most = int.MaxValue)
    {
        for (; most > 0 && pending.TryPeek(out var next); most--)
        {
            try
            {
                var (status, body) = await client.PostAsync(next.Route, next.Body);
                Assert.Equal(HttpStatusCode.Accepted, status);
                acknowledged[body.GetProperty("webhookId").GetString()!] = [.. body.GetProperty("jobIds").EnumerateArray().Select(id => id.GetString()!)];
                pending.TryDequeue(out _);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                Broken++;
                return;
            }
        }
    }
}

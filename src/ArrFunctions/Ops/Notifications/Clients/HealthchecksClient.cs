using System.Text;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>healthchecks.io, or one's own: a ping, <c>/fail</c> or <c>/start</c> with a text (healthchecks.io/docs/http_api).</summary>
internal sealed class HealthchecksClient(NotificationTarget target, TargetHttp http) : IHeartbeatClient
{
    /// <summary>Bytes of the body that are kept.</summary>
    private const int LongestText = 100_000;

    public async Task BeatAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        var url = TargetUrl.Below(target.Url, heartbeat.IsStart ? "start" : heartbeat.IsUp ? "" : "fail");
        using var text = new StringContent(WholeText.FitBytes(heartbeat.Text, LongestText), Encoding.UTF8, "text/plain");
        var reply = await http.SendAsync(HttpMethod.Post, url, text, cancellationToken);
        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply);
        }

        // A check by its UUID is answered with 200 whatever comes of it; the body tells.
        if (Objection(reply.Body.Trim()) is { } objection)
        {
            throw objection;
        }
    }

    private NotificationException? Objection(string answer) => answer switch
    {
        "OK" or "Created" => null,
        "OK (not found)" => TargetRefusal.Final($"{target} has no such check (not found): copy its ping URL into {target.Variable}__Url again"),
        "OK (rate limited)" => new($"{target} gets too many signs of life (rate limited): let Schedules:Heartbeat tick less often") { RetryAfter = TimeSpan.FromMinutes(1) },
        _ => TargetRefusal.Stranger(target),
    };
}

using System.Globalization;
using System.Text.Json;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>A push monitor of Uptime Kuma: <c>GET /api/push/{token}?status=&amp;msg=&amp;ping=</c> (its wiki, Internal API, Push). It knows no beginning of a run.</summary>
internal sealed class KumaClient(NotificationTarget target, TargetHttp http) : IHeartbeatClient
{
    /// <summary>Of a message in its table.</summary>
    private const int LongestText = 250;

    /// <summary>What it takes as a ping.</summary>
    private static readonly TimeSpan LongestPing = TimeSpan.FromDays(1);

    public async Task BeatAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (heartbeat.IsStart)
        {
            return;
        }

        var took = heartbeat.Took < TimeSpan.Zero ? TimeSpan.Zero : heartbeat.Took > LongestPing ? LongestPing : heartbeat.Took;
        var url = TargetUrl.With(
            target.Url,
            ("status", heartbeat.IsUp ? "up" : "down"),
            ("msg", WholeText.Fit(WholeText.Line(heartbeat.Text), LongestText)),
            ("ping", took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)));
        var reply = await http.SendAsync(HttpMethod.Get, url, content: null, cancellationToken);
        var answer = Read(reply.Body);

        // Which status it refuses an unknown or paused monitor with differs between its versions.
        if (answer is { Ok: false, Msg: { } why } && why.Contains("not found", StringComparison.OrdinalIgnoreCase))
        {
            throw TargetRefusal.Final($"{target} has no such monitor, or it is paused: copy its push URL into {target.Variable}__Url again");
        }

        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply);
        }

        // Any other address of it answers 200 with its page.
        if (answer is not { Ok: true })
        {
            throw TargetRefusal.Stranger(target);
        }
    }

    private static KumaAnswer? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TargetJson.Default.KumaAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

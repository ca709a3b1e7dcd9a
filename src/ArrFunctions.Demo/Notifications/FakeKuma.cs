using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ArrFunctions.Demo.Notifications;

/// <summary>An Uptime Kuma with one push monitor. Every other address of it is its page, with 200.</summary>
public sealed class FakeKuma : FakeTarget
{
    private FakeKuma()
    {
    }

    private protected override string Path => $"/api/push/{Secret}?status=up&msg=OK&ping=";

    public static async Task<FakeKuma> StartAsync(CancellationToken cancellationToken = default)
    {
        var kuma = new FakeKuma();
        await kuma.ListenAsync(cancellationToken);
        return kuma;
    }

    /// <summary>What a push said.</summary>
    public static (string Status, string Message, string Ping) PushOf(TargetRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.Target.Split('?', 2).ElementAtOrDefault(1));
        return (query["status"].ToString(), query["msg"].ToString(), query["ping"].ToString());
    }

    private protected override TargetAnswer Answer(TargetRequest request)
    {
        if (!request.Target.StartsWith("/api/push/", StringComparison.Ordinal))
        {
            return new(200, "<!DOCTYPE html><html></html>", "text/html");
        }

        if (request.Target.Split('?')[0] != $"/api/push/{Secret}")
        {
            return new(404, """{"ok":false,"msg":"Monitor not found or not active."}""");
        }

        return double.TryParse(PushOf(request).Ping, CultureInfo.InvariantCulture, out var ping) && ping is >= 0 and <= 86_400_000
            ? new(200, """{"ok":true}""")
            : new(400, """{"ok":false,"msg":"Invalid ping value"}""");
    }
}

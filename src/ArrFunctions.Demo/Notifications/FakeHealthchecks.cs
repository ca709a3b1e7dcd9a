namespace ArrFunctions.Demo.Notifications;

/// <summary>A healthchecks.io with one check.</summary>
public sealed class FakeHealthchecks : FakeTarget
{
    private FakeHealthchecks()
    {
    }

    private protected override string Path => $"/{Secret}";

    public static async Task<FakeHealthchecks> StartAsync(CancellationToken cancellationToken = default)
    {
        var checks = new FakeHealthchecks();
        await checks.ListenAsync(cancellationToken);
        return checks;
    }

    /// <summary>What a ping said: "success", "fail" or "start", and its text.</summary>
    public (string Kind, string Text) PingOf(TargetRequest request) => (request.Target.Split('?')[0][Path.Length..].TrimStart('/') is { Length: > 0 } kind ? kind : "success", request.Text);

    private protected override TargetAnswer Answer(TargetRequest request)
    {
        var path = request.Target.Split('?')[0];
        return path == Path || path == $"{Path}/fail" || path == $"{Path}/start" || path == $"{Path}/log"
            ? request.Body.Length > 100_000 ? new(413, "", "text/plain") : new(200, "OK", "text/plain")
            : new(200, "OK (not found)", "text/plain") { IsTaken = false };
    }
}

using System.Text.Json;

namespace ArrFunctions.Demo.Notifications;

/// <summary>An Apprise API with one configuration, whose services have tags.</summary>
public sealed class FakeApprise : FakeTarget
{
    private FakeApprise()
    {
    }

    /// <summary>Of the services of its configuration.</summary>
    public IReadOnlyList<string> Tags { get; set; } = ["films"];

    /// <summary>Bytes of a file.</summary>
    public long LargestFile { get; set; } = 200 * 1024 * 1024;

    private protected override string Path => $"/notify/{Secret}";

    public static async Task<FakeApprise> StartAsync(CancellationToken cancellationToken = default)
    {
        var apprise = new FakeApprise();
        await apprise.ListenAsync(cancellationToken);
        return apprise;
    }

    /// <summary>A field of the message, in whatever way it came.</summary>
    public static string? FieldOf(TargetRequest request, string name) => request.Parts.Count > 0
        ? request.Part(name)
        : JsonElement.Parse(request.Text).TryGetProperty(name, out var value) ? value.GetString() : null;

    private protected override TargetAnswer Answer(TargetRequest request) => request switch
    {
        _ when request.Method != "POST" || !request.Target.StartsWith("/notify/", StringComparison.Ordinal) => new(404, "<html></html>", "text/html"),
        _ when request.Target != Path => new(204) { IsTaken = false },
        _ when FieldOf(request, "body") is not { Length: > 0 } || FieldOf(request, "type") is not ("info" or "success" or "warning" or "failure") || FieldOf(request, "format") is not "text" =>
            new(400, """{"error": "Bad FORM Payload provided"}"""),
        _ when request.Parts.Any(part => part.FileName is not null && (part.Name != "attach" || part.Content.Length > LargestFile)) => new(413, """{"error": "Too large"}"""),
        _ when FieldOf(request, "tag") is { } tag && !Tags.Contains(tag, StringComparer.Ordinal) => new(204) { IsTaken = false },
        _ => new(200, """{"error": null, "details": []}"""),
    };
}

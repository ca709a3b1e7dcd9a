using System.Text.Json;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>Requests that real applications sent, in <c>shared/fixtures/arr-recorded</c> beside the repository.</summary>
internal static class RecordedWebhooks
{
    private const string Folder = "shared/fixtures/arr-recorded";

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(FindFolder(), "webhook-*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>The body, as the receiver got it.</summary>
    public static byte[] Body(string name)
    {
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FindFolder(), name)));
        return JsonSerializer.SerializeToUtf8Bytes(recorded.RootElement.GetProperty("body"));
    }

    /// <summary>The headers, as the sender wrote them.</summary>
    public static IReadOnlyDictionary<string, string> Headers(string name)
    {
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FindFolder(), name)));
        return recorded.RootElement.GetProperty("headers").Deserialize<Dictionary<string, string>>()!;
    }

    public static WebhookPayload Payload(string name) => Assert.IsType<WebhookBody.Event>(WebhookBody.Parse(Body(name))).Payload;

    public static ServarrService ServiceOf(string name) => name.Split('-')[1] switch
    {
        "sonarr" => ServarrService.Sonarr,
        "radarr" => ServarrService.Radarr,
        _ => ServarrService.Prowlarr,
    };

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Folder);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"The recorded requests are missing: {Folder} belongs beside the repository.");
    }
}

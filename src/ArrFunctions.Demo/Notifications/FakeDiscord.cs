using System.Text.Json;

namespace ArrFunctions.Demo.Notifications;

/// <summary>A Discord with one webhook, with the limits of its embeds and files.</summary>
public sealed class FakeDiscord : FakeTarget
{
    private FakeDiscord()
    {
    }

    /// <summary>Bytes of all files of a message.</summary>
    public long LargestFiles { get; set; } = 10 * 1024 * 1024;

    private protected override string Path => $"/api/webhooks/123456789/{Secret}";

    public static async Task<FakeDiscord> StartAsync(CancellationToken cancellationToken = default)
    {
        var discord = new FakeDiscord();
        await discord.ListenAsync(cancellationToken);
        return discord;
    }

    /// <summary>The one embed of a message.</summary>
    public static JsonElement EmbedOf(TargetRequest request) => MessageOf(request).GetProperty("embeds")[0];

    public static JsonElement MessageOf(TargetRequest request) => JsonElement.Parse(request.Part("payload_json") ?? request.Text);

    private protected override TargetAnswer Answer(TargetRequest request)
    {
        if (request.Method != "POST" || request.Target.Split('?')[0] != Path)
        {
            return new(404, """{"message": "Unknown Webhook", "code": 10015}""");
        }

        if (request.Parts.Where(static part => part.FileName is not null).Sum(static part => part.Content.Length) > LargestFiles)
        {
            return new(413, """{"message": "Request entity too large", "code": 40005}""");
        }

        var files = request.Parts.Where(static part => part.FileName is not null).ToList();
        return files.Index().Any(static file => file.Item.Name != $"files[{file.Index}]") || files.Count > 10 || !IsMessage(MessageOf(request))
            ? new(400, """{"message": "Invalid Form Body", "code": 50035}""")
            : request.Target.Contains("wait=true", StringComparison.Ordinal) ? new(200, """{"id": "1"}""") : new(204);
    }

    private static bool IsMessage(JsonElement message)
    {
        var embeds = message.GetProperty("embeds").EnumerateArray().ToList();
        return embeds.Count is > 0 and <= 10
            && message.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength() == 0
            && embeds.Sum(static embed => Length(embed, "title") + Length(embed, "description")) <= 6000
            && embeds.All(static embed => Length(embed, "title") is > 0 and <= 256 && Length(embed, "description") <= 4096 && embed.GetProperty("color").GetInt32() <= 0xFFFFFF);
    }

    private static int Length(JsonElement embed, string name) => embed.GetProperty(name).GetString()!.Length;
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArrFunctions.Demo.Notifications;

/// <summary>A Slack with one incoming webhook, with the limits of its blocks.</summary>
public sealed partial class FakeSlack : FakeTarget
{
    private FakeSlack()
    {
    }

    private protected override string Path => $"/services/T000/B000/{Secret}";

    public static async Task<FakeSlack> StartAsync(CancellationToken cancellationToken = default)
    {
        var slack = new FakeSlack();
        await slack.ListenAsync(cancellationToken);
        return slack;
    }

    /// <summary>The texts of all blocks as people see them, in order.</summary>
    public static IReadOnlyList<string> TextsOf(TargetRequest request) => [.. Blocks(request).SelectMany(Texts).Select(static text => text.GetProperty("text").GetString()!
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal))];

    private protected override TargetAnswer Answer(TargetRequest request) => request switch
    {
        _ when request.Method != "POST" || request.Target != Path => new(404, "no_service", "text/plain"),
        _ when JsonElement.Parse(request.Text).GetProperty("text").GetString() is not { Length: > 0 } => new(400, "no_text", "text/plain"),
        _ when Blocks(request) is not { Count: > 0 and <= 50 } blocks || !blocks.All(IsBlock) => new(400, "invalid_blocks", "text/plain"),
        _ => new(200, "ok", "text/plain"),
    };

    private static List<JsonElement> Blocks(TargetRequest request) => [.. JsonElement.Parse(request.Text).GetProperty("blocks").EnumerateArray()];

    private static IEnumerable<JsonElement> Texts(JsonElement block) => block.TryGetProperty("text", out var text) ? [text] : block.GetProperty("elements").EnumerateArray();

    private static bool IsBlock(JsonElement block) => Texts(block).All(text => text.GetProperty("text").GetString() is { Length: > 0 } content
        && content.Length <= (block.GetProperty("type").GetString() == "header" ? 150 : 3000)
        && (block.GetProperty("type").GetString() != "header" || text.GetProperty("type").GetString() == "plain_text")
        && (text.GetProperty("type").GetString() != "plain_text" || !Unescaped().IsMatch(content)));

    [GeneratedRegex("[<>]|&(?!amp;|lt;|gt;)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Unescaped();
}

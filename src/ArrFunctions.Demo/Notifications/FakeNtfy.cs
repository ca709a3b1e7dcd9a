using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArrFunctions.Demo.Notifications;

/// <summary>An ntfy whose topic wants a token: JSON at its root, or a file as the body with the message in headers.</summary>
public sealed partial class FakeNtfy : FakeTarget
{
    private const string Topic = "films";

    private FakeNtfy()
    {
    }

    /// <summary>Bytes; 0: it takes no files.</summary>
    public long LargestFile { get; set; } = 15 * 1024 * 1024;

    private protected override string Path => $"/{Topic}";

    public static async Task<FakeNtfy> StartAsync(CancellationToken cancellationToken = default)
    {
        var ntfy = new FakeNtfy();
        await ntfy.ListenAsync(cancellationToken);
        return ntfy;
    }

    /// <summary>Title and message, in whatever way they came.</summary>
    public static (string Title, string Message) MessageOf(TargetRequest request) => request.Method == "PUT"
        ? (Decoded(request.Headers["X-Title"]), Decoded(request.Headers["X-Message"]).Replace("\\n", "\n", StringComparison.Ordinal))
        : (JsonElement.Parse(request.Text).GetProperty("title").GetString()!, JsonElement.Parse(request.Text).GetProperty("message").GetString()!);

    /// <summary>The value of a header, with its encoded-words.</summary>
    public static string Decoded(string value) => Word().Replace(Between().Replace(value, "?==?"), static word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));

    private protected override TargetAnswer Answer(TargetRequest request)
    {
        var isFile = request.Method == "PUT";
        if (request.Headers.GetValueOrDefault("Authorization") != $"Bearer {Secret}")
        {
            return new(403, """{"code":40301,"http":403,"error":"forbidden"}""");
        }

        if (request.Target != (isFile ? Path : "/") || (!isFile && JsonElement.Parse(request.Text).GetProperty("topic").GetString() != Topic))
        {
            return new(400, """{"code":40009,"http":400,"error":"invalid request: topic invalid"}""");
        }

        if (isFile && request.Body.Length > LargestFile)
        {
            return LargestFile == 0
                ? new(400, """{"code":40014,"http":400,"error":"invalid request: attachments not allowed"}""")
                : new(413, """{"code":41301,"http":413,"error":"attachment too large, or bandwidth limit reached"}""");
        }

        return Encoding.UTF8.GetByteCount(MessageOf(request).Message) > 4096 || (isFile && Decoded(request.Headers["X-Filename"]).Length == 0)
            ? new(413, """{"code":41303,"http":413,"error":"message too large"}""")
            : new(200, """{"id":"abc","event":"message","topic":"films"}""");
    }

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[A-Za-z0-9+/=]*?)\?=", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Between();
}

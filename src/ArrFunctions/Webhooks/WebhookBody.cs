using System.Buffers;
using System.Text.Json;

namespace ArrFunctions.Webhooks;

/// <summary>The body of a request: an event, or why it is none. Nothing of its content is ever told.</summary>
internal abstract record WebhookBody
{
    private const int MaxDepth = 64;
    private const int Chunk = 16 * 1024;

    private WebhookBody()
    {
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public sealed record Event(WebhookPayload Payload) : WebhookBody;

    /// <param name="Status">HTTP status.</param>
    /// <param name="Code">Stable word for programs, camelCase.</param>
    /// <param name="Sentence">What is wrong, and where.</param>
    public sealed record Refused(int Status, string Code, string Sentence) : WebhookBody;

    public static async Task<WebhookBody> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>(Chunk);
        while (await body.ReadAsync(content.GetMemory(Chunk), cancellationToken) is > 0 and var read)
        {
            content.Advance(read);
            if (content.WrittenCount > limit)
            {
                return new Refused(413, "bodyTooLarge", $"The body has more than {limit} bytes; Webhooks__MaxBody sets the limit.");
            }
        }

        return Parse(content.WrittenMemory);
    }

    public static WebhookBody Parse(ReadOnlyMemory<byte> body)
    {
        var json = body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        if (json.IsEmpty)
        {
            return new Refused(400, "emptyBody", "The body is empty; an event is a JSON object.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new Event(Read(document.RootElement))
                : new Refused(400, "notAnObject", $"The body is JSON, but no object: an event is one, this is {Kind(document.RootElement)}.");
        }
        catch (JsonException broken)
        {
            return new Refused(
                400,
                "malformedJson",
                $"The body is not JSON, or nested deeper than {MaxDepth} levels: it cannot be read from line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1} on.");
        }
    }

    private static WebhookPayload Read(JsonElement root)
    {
        try
        {
            return root.Deserialize(PayloadJson.Default.WebhookPayload)!;
        }
        catch (JsonException)
        {
            // The name of a member is no text (half a surrogate pair): grammatical JSON, so an event, of a type that cannot be told.
            return new();
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };
}

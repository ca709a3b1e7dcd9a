using System.Text.Json;

namespace ArrFunctions.Servarr;

/// <summary>The reasons in the body of a failure, of which the applications have four shapes: a list of failures, an object with a message, problem
/// details, nothing. What is not meant for people (stack traces, what was sent) is left out.</summary>
internal static class ServarrErrorBody
{
    private const int MostBytes = 64 * 1024;
    private const int MostReasons = 5;

    /// <summary>Words of the application, not yet fit to be shown; null when it gave none.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
            using var body = JsonDocument.Parse(buffer.AsMemory(0, length));
            return Of(body.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or InvalidDataException)
        {
            // A page, nothing at all, half a surrogate pair, not packed as it says, or more than anybody would read.
            return null;
        }
    }

    public static string? Of(JsonElement body)
    {
        var reasons = body.ValueKind switch
        {
            JsonValueKind.Array => body.EnumerateArray().Select(failure => Text(failure, "errorMessage")),
            JsonValueKind.Object => [Text(body, "message") ?? Text(body, "errorMessage") ?? Problem(body)],
            _ => [],
        };
        return string.Join("; ", reasons.OfType<string>().Take(MostReasons)) is { Length: > 0 } all ? all : null;
    }

    private static string? Problem(JsonElement body)
    {
        var details = body.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object
            ? errors.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Array).SelectMany(member => member.Value.EnumerateArray())
                .Where(text => text.ValueKind is JsonValueKind.String).Select(text => text.GetString())
            : [];
        return string.Join(" ", details.Take(MostReasons)) is { Length: > 0 } all ? all : Text(body, "title");
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String
            && member.GetString() is { Length: > 0 } text ? text : null;
}

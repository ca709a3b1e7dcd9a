using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Http;

/// <summary>A body that may be left out.</summary>
internal static class OptionalBody
{
    /// <summary>Null when the body is something else; the empty value when there is none.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(text.Length == 0 ? "{}" : text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

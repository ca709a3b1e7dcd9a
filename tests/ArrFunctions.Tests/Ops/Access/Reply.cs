using System.Net;
using System.Text.Json;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>A response as a test looks at it.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, string? ContentType, string Challenge, string? CacheControl, string? RetryAfter)
{
    /// <summary>Of problem details.</summary>
    public string Code => Member("code");

    public string Member(string name)
    {
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.GetProperty(name).GetString()!;
    }

    public static async Task<Reply> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.WwwAuthenticate.ToString(),
        response.Headers.CacheControl?.ToString(),
        response.Headers.RetryAfter?.ToString());
}

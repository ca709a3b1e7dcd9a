using System.Net;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>What the host answered to one request.</summary>
internal sealed record HostAnswer(HttpStatusCode Status, string? ContentType, IReadOnlyList<string> Allowed, string? Location, JsonElement Body)
{
    public string? Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Problem details with this status and this code, and a sentence for people.</summary>
    public void AssertIsProblem(HttpStatusCode status, string code)
    {
        Assert.True(Status == status, $"{Status} {Body}");
        Assert.Equal(("application/problem+json", code, (int)status), (ContentType, Text("code"), Body.GetProperty("status").GetInt32()));
        Assert.False(string.IsNullOrEmpty(Text("detail")));
    }
}

using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

public sealed class ServarrStreamTests
{
    [Fact]
    public async Task A_list_that_arrives_in_parts_is_read_whatever_its_members_are()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            foreach (var part in (string[])["""[{"id":1,"path":"/tv","accessible":true,"freeSpace":{"a":[1]}}, {"accessible":""", """{"b":2},"path":["c"],"id":"x","freeSpace":7}]"""])
            {
                await context.Response.WriteAsync(part, cancellation);
                await context.Response.Body.FlushAsync(cancellation);
            }
        });
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        Assert.Equal(
            [new() { Path = "/tv" }, new()], await client.RootFoldersAsync(cancellation));
    }
}

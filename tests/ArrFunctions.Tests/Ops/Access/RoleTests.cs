using System.Net;
using ArrFunctions.Ops.Access;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>What each role may do, and what a stranger learns.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private AccessBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await AccessBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("Webhook", "webhook")]
    [InlineData("Read", "read")]
    [InlineData("Operate", "webhook read operate")]
    [InlineData("Admin", "webhook read operate admin")]
    public async Task A_role_opens_its_routes_and_no_others(string held, string opened)
    {
        var key = await bench.KeyAsync(Enum.Parse<Role>(held));
        foreach (var route in new[] { "webhook", "read", "operate", "admin" })
        {
            var reply = await bench.GetAsync($"/api/{route}", ("X-Api-Key", key));

            Assert.Equal(opened.Split(' ').Contains(route, StringComparer.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.Status);
        }
    }

    [Theory]
    [InlineData("/unnamed")]
    [InlineData("/api/nothing")]
    [InlineData("/")]
    public async Task What_names_no_role_asks_for_an_admin(string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.GetAsync(path, ("X-Api-Key", KeyText.New().Text))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.GetAsync(path, ("X-Api-Key", await bench.KeyAsync(Role.Operate)))).Status);
        Assert.Equal(
            path is "/unnamed" ? HttpStatusCode.OK : HttpStatusCode.NotFound,
            (await bench.GetAsync(path, ("X-Api-Key", await bench.KeyAsync(Role.Admin)))).Status);
    }

    [Fact]
    public async Task A_stranger_gets_the_same_answer_for_a_route_and_for_nothing()
    {
        var route = await bench.GetAsync("/api/read");
        var nothing = await bench.GetAsync("/api/nothing");
        var method = await bench.SendAsync(HttpMethod.Delete, "/api/read", body: null);

        Assert.Equal(route with { Body = "" }, nothing with { Body = "" });
        Assert.Equal(route with { Body = "" }, method with { Body = "" });
        Assert.Equal(route.Member("detail"), nothing.Member("detail"));
    }

    [Fact]
    public async Task Health_is_open_even_to_a_wrong_key()
    {
        Assert.Equal("healthy", (await bench.GetAsync("/health")).Body);
        Assert.Equal("healthy", (await bench.GetAsync("/health", ("X-Api-Key", "wrong"))).Body);
    }

    [Fact]
    public async Task A_missing_role_is_named_with_the_key_and_its_own()
    {
        var text = KeyText.New();
        await bench.Keys.AddAsync(text, "dashboard", Role.Read, "test", TestContext.Current.CancellationToken);

        var reply = await bench.GetAsync("/api/operate", ("X-Api-Key", text.Text));

        Assert.Equal((HttpStatusCode.Forbidden, "roleMissing", "application/problem+json"), (reply.Status, reply.Code, reply.ContentType));
        Assert.Equal("This needs the role operate, and the key 'dashboard' has the role read. Use a key that has the role.", reply.Member("detail"));
    }

    [Fact]
    public async Task The_caller_is_known_by_the_name_of_its_key()
    {
        var text = KeyText.New();
        await bench.Keys.AddAsync(text, "dashboard", Role.Read, "test", TestContext.Current.CancellationToken);

        Assert.Equal("key:dashboard", (await bench.GetAsync("/api/read", ("X-Api-Key", text.Text))).Body);
    }
}

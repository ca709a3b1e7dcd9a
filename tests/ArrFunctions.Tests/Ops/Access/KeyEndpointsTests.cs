using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Access;

public sealed class KeyEndpointsTests : IAsyncLifetime
{
    private AccessBench bench = null!;
    private (string, string) admin;

    public async ValueTask InitializeAsync()
    {
        bench = await AccessBench.StartAsync();
        admin = ("X-Api-Key", await bench.InitialKeyAsync());
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_shown_once_works_and_is_deleted_at_once()
    {
        var created = await bench.PostAsync("/api/keys", """{"name":"sonarr","role":"webhook"}""", admin);

        Assert.Equal((HttpStatusCode.Created, "no-store"), (created.Status, created.CacheControl));
        Assert.Equal(("sonarr", "webhook"), (created.Member("name"), created.Member("role")));
        (string, string) key = ("X-Api-Key", created.Member("key"));
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/sonarr", "{}", key)).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(created.Member("id"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync("/api/webhook/sonarr", "{}", key)).Status);
    }

    [Fact]
    public async Task The_list_tells_everything_but_the_keys()
    {
        var created = await bench.PostAsync("/api/keys", """{"name":"sonarr","role":"webhook"}""", admin);

        var list = await bench.GetAsync("/api/keys", admin);

        using var json = JsonDocument.Parse(list.Body);
        var sonarr = json.RootElement.GetProperty("keys").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "sonarr");
        Assert.Equal(["id", "name", "role", "created"], sonarr.EnumerateObject().Select(member => member.Name));
        Assert.Equal(created.Member("id"), sonarr.GetProperty("id").GetString());
        Assert.Equal(("webhook", bench.Time.Now), (sonarr.GetProperty("role").GetString(), sonarr.GetProperty("created").GetDateTimeOffset()));
        Assert.DoesNotContain(KeyText.TryRead(created.Member("key"))!.Hash, list.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":"sonarr"}""")]
    [InlineData("""{"role":"read"}""")]
    [InlineData("""{"name":"sonarr","role":"owner"}""")]
    [InlineData("""{"name":"sonarr","role":3}""")]
    [InlineData("""{"name":"sonarr","role":"3"}""")]
    [InlineData("""{"name":1,"role":"read"}""")]
    [InlineData("""{"name":"\ud800","role":"read"}""")]
    [InlineData("""{"name":"sonarr","role":"read","uses":1}""")]
    public async Task A_body_that_says_something_else_is_refused(string body)
    {
        var reply = await bench.PostAsync("/api/keys", body, admin);

        Assert.Equal((HttpStatusCode.BadRequest, "bodyMalformed", "application/problem+json"), (reply.Status, reply.Code, reply.ContentType));
        Assert.Single(await bench.Keys.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bad_name_and_a_taken_one_are_refused()
    {
        var bad = await bench.PostAsync("/api/keys", """{"name":"so\nnarr","role":"read"}""", admin);
        var taken = await bench.PostAsync("/api/keys", """{"name":"INITIAL","role":"read"}""", admin);

        Assert.Equal((HttpStatusCode.BadRequest, "keyNameInvalid"), (bad.Status, bad.Code));
        Assert.Equal((HttpStatusCode.Conflict, "keyNameTaken"), (taken.Status, taken.Code));
    }

    [Fact]
    public async Task The_last_admin_key_and_one_that_is_not_there_cannot_be_deleted()
    {
        var initial = Assert.Single(await bench.Keys.ListAsync(TestContext.Current.CancellationToken));

        var last = await DeleteAsync(initial.Id);
        var absent = await DeleteAsync("nothing");

        Assert.Equal((HttpStatusCode.Conflict, "lastAdminKey"), (last.Status, last.Code));
        Assert.Equal((HttpStatusCode.NotFound, "keyNotFound"), (absent.Status, absent.Code));
        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/api/keys", admin)).Status);
    }

    [Theory]
    [InlineData("GET", "/api/keys")]
    [InlineData("POST", "/api/keys/1/rotate")]
    [InlineData("POST", "/api/keys")]
    [InlineData("DELETE", "/api/keys/1")]
    public async Task Only_an_admin_sees_or_changes_keys(string method, string path)
    {
        var key = await bench.KeyAsync(Role.Operate);

        Assert.Equal("roleMissing", (await bench.SendAsync(new HttpMethod(method), path, "{}", ("X-Api-Key", key))).Code);
    }

    [Fact]
    public async Task The_event_names_the_key_of_the_caller()
    {
        await bench.PostAsync("/api/keys", """{"name":"sonarr","role":"webhook"}""", admin);

        var told = await bench.Tables.ReadAllAsync("Keys", "keys", RowKeyRange.Prefix(Outbox.Prefix), TestContext.Current.CancellationToken)
            .Select(Outbox.Read)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("key:initial", told.Single(record => record.Subject == "key:sonarr").Actor);
    }

    private Task<Reply> DeleteAsync(string id) => bench.SendAsync(HttpMethod.Delete, $"/api/keys/{id}", body: null, admin);
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>Requests through the doorways into the product.</summary>
public sealed class DoorwayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_answers_everybody_and_tells_nothing_else()
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = bench.Stranger();

        Assert.Equal("""{"status":"healthy"}""", await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task The_page_is_there_for_everybody_and_signs_in_with_a_cookie()
    {
        await using var bench = await WorkerBench.StartAsync();
        using var admin = await bench.ClientAsync(Role.Admin);
        using var made = await admin.PostAsJsonAsync("api/keys", new { name = "dashboard", role = "read" }, Cancellation);
        using var page = bench.Stranger();

        Assert.StartsWith("<!doctype html>", await page.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation), StringComparison.OrdinalIgnoreCase);
        using var signedIn = await page.PostAsJsonAsync("api/session", new { key = (await JsonAsync(made)).GetProperty("key").GetString() }, Cancellation);
        page.DefaultRequestHeaders.Add("Cookie", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        using var session = await page.GetAsync(new Uri("api/session", UriKind.Relative), Cancellation);

        Assert.Equal("dashboard", (await JsonAsync(session)).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("api/jobs")]
    [InlineData("api/jobs/stats")]
    [InlineData("api/queue")]
    [InlineData("api/schedules")]
    [InlineData("api/events?limit=3")]
    [InlineData("api/keys")]
    [InlineData("openapi/v1.json")]
    public async Task A_list_of_the_product_comes_through_its_doorway(string path)
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = await bench.ClientAsync(Role.Admin);

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(JsonValueKind.Object, (await JsonAsync(response)).ValueKind);
    }

    [Fact]
    public async Task A_body_and_the_values_of_a_route_reach_the_product()
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = await bench.ClientAsync(Role.Admin);

        using var made = await client.PostAsJsonAsync("api/keys", new { name = "dashboard", role = "read" }, Cancellation);
        var id = (await JsonAsync(made)).GetProperty("id").GetString();
        using var deleted = await client.DeleteAsync(new Uri($"api/keys/{id}", UriKind.Relative), Cancellation);
        using var again = await client.DeleteAsync(new Uri($"api/keys/{id}", UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (made.StatusCode, deleted.StatusCode, again.StatusCode));
    }

    [Theory]
    [InlineData("POST", "api/webhook/sonarr", "{", HttpStatusCode.BadRequest, "malformedJson")]
    [InlineData("PUT", "api/webhook/sonarr/main", "[]", HttpStatusCode.BadRequest, "notAnObject")]
    [InlineData("POST", "api/keys", "{", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("GET", "api/jobs?limit=many", null, HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("GET", "api/jobs/no/such/route", null, HttpStatusCode.NotFound, "noSuchRoute")]
    [InlineData("PATCH", "api/jobs", "{}", HttpStatusCode.MethodNotAllowed, "methodNotAllowed")]
    [InlineData("POST", "", null, HttpStatusCode.MethodNotAllowed, "methodNotAllowed")]
    [InlineData("GET", "assets/nothing.js", null, HttpStatusCode.NotFound, "assetNotFound")]
    public async Task What_the_product_refuses_is_told_as_problem_details(string method, string path, string? body, HttpStatusCode status, string code)
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = await bench.ClientAsync(Role.Admin);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await client.SendAsync(request, Cancellation);

        await AssertProblemAsync(response, status, code);
    }

    [Theory]
    [InlineData("api/jobs")]
    [InlineData("api/webhook/sonarr")]
    [InlineData("api/keys/no/such/route")]
    [InlineData("health/details")]
    [InlineData("assets")]
    [InlineData("api/session")]
    public async Task Without_a_key_no_doorway_leads_anywhere(string path)
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = bench.Stranger();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        await AssertProblemAsync(response, HttpStatusCode.Unauthorized, "keyMissing");
    }

    [Fact]
    public async Task A_fault_comes_out_without_a_word_of_its_inside()
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = await bench.ClientAsync(Role.Admin);
        bench.Tables.Fault = new InvalidOperationException("the password is hunter2");

        using var response = await client.GetAsync(new Uri("api/jobs", UriKind.Relative), Cancellation);

        var problem = await AssertProblemAsync(response, HttpStatusCode.InternalServerError, "fault");
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_told_apart_from_a_fault()
    {
        await using var bench = await WorkerBench.StartAsync();
        using var client = await bench.ClientAsync(Role.Admin);
        bench.Tables.Fault = new StoreException("The account example does not answer.");

        using var response = await client.GetAsync(new Uri("api/jobs", UriKind.Relative), Cancellation);

        var problem = await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "stateUnavailable");
        Assert.DoesNotContain("example", problem, StringComparison.Ordinal);
    }

    private static async Task<string> AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, JsonElement.Parse(text).GetProperty("code").GetString());
        return text;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Commands;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>What the setup commands made is what imports come through.</summary>
public sealed class ServiceSetupTests(ServiceHouse house) : IClassFixture<ServiceHouse>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_setup_made_brings_imports_with_a_key_that_opens_nothing_else()
    {
        await ConnectAsync();
        var first = Assert.Single(house.Radarr.SavedConnections);
        Assert.Equal(new Uri(house.Address, "api/webhook/radarr/radarr"), first.Url);
        await AssertOpensWebhooksAloneAsync(first.Password);

        await ConnectAsync();
        var second = Assert.Single(house.Radarr.SavedConnections);
        Assert.NotEqual(first.Password, second.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Post, "api/webhook/radarr/radarr", first.Password));
        var keys = (await house.Client.GetAsync("api/keys")).GetProperty("keys").EnumerateArray().ToList();
        Assert.Equal(["initial", "webhook-radarr"], keys.Select(key => Text(key, "name")).Order(StringComparer.Ordinal));
        Assert.Equal("webhook", Text(keys.Single(key => Text(key, "name") == "webhook-radarr"), "role"));

        var film = house.Folder.Film("movies/Connected (2019)/film.mkv");
        await house.Radarr.ImportAsync(house.Radarr.AddMovie("Connected", 2019, ServarrLanguage.Japanese), ServiceHouse.Import(), Cancellation);
        await house.Client.DrainAsync();
        var job = Assert.Single(await house.Client.ListAsync("jobs"));
        Assert.Equal((film.Path, "radarr", "webhook", "changed"), (Text(job, "path"), Text(job, "instance"), Text(job, "source"), Text(job, "result")));
        film.AssertIsRight();
    }

    [Fact]
    public async Task A_wrong_mapping_makes_a_file_wait_and_the_one_that_check_proposes_brings_it_home()
    {
        using var folder = new ServiceFolder();
        var film = folder.Film("library/films/Harbour (2019)/film.mkv");
        await using var radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(folder.Media, "library/films"), RootFolder = "/movies" }, Cancellation);
        var movie = radarr.AddMovie("Harbour", 2019, ServarrLanguage.Japanese);
        (string, string)[] settings = [("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey), ("Audio__Roots", folder.Media)];
        (string, string)[] wrong = [("Servarr__PathMappings__0__From", "/movies"), ("Servarr__PathMappings__0__To", Path.Combine(folder.Media, "films"))];
        await using (var service = await folder.StartAsync([.. settings, .. wrong]))
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await ImportAsync(service, client);
            var job = Assert.Single(await client.ListAsync("jobs"));
            Assert.Equal(("waiting", "notVisible"), (Text(job, "status"), Text(job.GetProperty("wait"), "reason")));
            Assert.Contains("which is where the path mappings put /movies/Harbour (2019)/film.mkv", Text(job, "reason"), StringComparison.Ordinal);
        }

        var check = await CommandRun.OfAsync([.. settings, .. wrong], "setup", "check", "--data", folder.Data);
        Assert.Equal(1, check.ExitCode);
        var proposed = check.Lines.Where(line => line.Contains("Servarr__PathMappings__", StringComparison.Ordinal) && line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Trim().Split('=')).Select(line => (line[0], line[1])).ToArray();
        Assert.Contains(proposed, line => line.Item2 == Path.Combine(folder.Media, "library/films"));

        await using var right = await folder.StartAsync([.. settings, .. wrong.Where(line => !proposed.Any(better => better.Item1 == line.Item1)), .. proposed]);
        using var after = ServiceClient.Of(right, folder.Data);
        await ImportAsync(right, after);
        Assert.Contains(await after.ListAsync("jobs"), job => Text(job, "path") == film.Path && Text(job, "status") == "succeeded");
        film.AssertIsRight();

        async Task ImportAsync(ServiceProcess service, ServiceClient client)
        {
            radarr.Connection = new(new(service.Address, "api/webhook/radarr")) { Password = ServiceClient.InitialKey(folder.Data) };
            await radarr.ImportAsync(movie, ServiceHouse.Import(), Cancellation);
            await client.DrainAsync();
        }
    }

    private async Task ConnectAsync()
    {
        var run = await CommandRun.OfAsync(
            house.Settings, "setup", "webhook", "--instance", "radarr", "--url", house.Address.OriginalString, "--data", house.Folder.Data);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("and its test arrived", run.Output, StringComparison.Ordinal);
    }

    private async Task AssertOpensWebhooksAloneAsync(string key)
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, "api/webhook/radarr/radarr", key));
        Assert.All(
            await Task.WhenAll(
                SendAsync(HttpMethod.Get, "api/jobs", key), SendAsync(HttpMethod.Get, "api/keys", key), SendAsync(HttpMethod.Post, "api/keys", key),
                SendAsync(HttpMethod.Post, "api/schedules/reconciliation/run", key), SendAsync(HttpMethod.Post, "api/instances/radarr/webhook", key)),
            status => Assert.Equal(HttpStatusCode.Forbidden, status));
    }

    /// <summary>As Radarr sends it, an event that means nothing.</summary>
    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string key)
    {
        using var client = new ServiceClient(house.Address, key: null);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"arrfunctions:{key}")));
        request.Content = method == HttpMethod.Post ? new StringContent("""{"eventType":"Test"}""", Encoding.UTF8, "application/json") : null;
        return (await client.SendAsync(request)).Status;
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

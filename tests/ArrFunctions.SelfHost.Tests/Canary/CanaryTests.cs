using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>Secrets are planted wherever one can come from; then the service is used in every way, and each byte that it let out or kept is searched for them.</summary>
public sealed class CanaryTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>A file name is data: whoever may see jobs sees it whole.</summary>
    private static readonly PlantedSecret InFileName = PlantedSecret.New("what a file name holds");

    private static readonly string[] Commands =
    [
        "config show", "config validate", "config show --json", "notifications list", "notifications list --json", "notifications test", "schedules list", "schedules list --json", "setup check", "setup connection",
        "indexers list", "indexers list --json", "indexers sweep", "indexers heal", "indexers history", "indexers test --all", "batch list", "library analyze", "library candidates",
        "library search", "library report --output {out}",
    ];

    private CanaryHouse house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string FilmPath => $"movies/apikey={InFileName.Value}.mkv";

    public async ValueTask InitializeAsync() => house = await CanaryHouse.StartAsync(Cancellation);

    public async ValueTask DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public void Every_secret_setting_is_planted()
    {
        var planted = Enum.GetValues<SecretWay>().SelectMany(way => house.Secrets(way)).Select(static secret => SettingCatalogue.Find(SettingKey.FromVariable(secret.Name))!.Setting.Key);

        Assert.Equal(
            SettingCatalogue.All.Where(static setting => setting.IsSecret).Select(static setting => setting.Key).Order(StringComparer.Ordinal),
            planted.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Sections")]
    [InlineData("Flat")]
    [InlineData("Files")]
    public async Task No_secret_comes_out_anywhere(string way)
    {
        var settings = house.Settings(Enum.Parse<SecretWay>(way)).ToArray();
        var films = (house.Folder.Film(FilmPath), house.Folder.Film("movies/other.mp4"), house.Folder.Film("tv/Show/Show.S01E01.mkv"));
        List<PlantedSecret> made = [];
        List<(string Source, byte[] Bytes)> heard = [];
        await using (var service = await StartAsync(settings))
        {
            made.Add(new("initial key", ServiceClient.InitialKey(house.Folder.Data)));
            using var traffic = new CanaryTraffic(service.Address, made[0].Value);
            await UseAsync(traffic, service, films, made);
            await CommandAsync(traffic, settings, service.Address);
            await service.KillAsync();
            traffic.Note("output of the service", service.Output);
            heard.AddRange(traffic.Heard);
            heard.AddRange(Files("killed"));
        }

        await using (var service = await StartAsync(settings))
        {
            using var traffic = new CanaryTraffic(service.Address, made[0].Value);
            await traffic.AskAllAsync();
            Assert.Equal(0, await service.StopAsync());
            traffic.Note("output of the second service", service.Output);
            heard.AddRange(traffic.Heard);
            heard.AddRange(Files("stopped"));
        }

        heard.AddRange(house.Collector.Everything.Select(static body => ("what the collector was sent", body)));
        Assert.Contains(heard, static told => told.Source.EndsWith("canary.log, stopped", StringComparison.Ordinal));
        Assert.Contains(heard, static told => told.Source.EndsWith("events.ndjson, stopped", StringComparison.Ordinal));
        Assert.NotEmpty(house.Collector.Spans);
        AssertNone(heard, [.. house.Planted, .. made]);
        var search = new CanarySearch([InFileName]);
        Assert.Contains(heard, told => told.Source.Contains("/api/jobs?limit", StringComparison.Ordinal) && search.In(told.Source, told.Bytes).Any());
    }

    /// <summary>It listens for HTTPS too, with the certificate whose password is planted.</summary>
    private Task<ServiceProcess> StartAsync((string Name, string Value)[] settings) => ServiceProcess.StartAsync(
        ["--data", house.Folder.Data, "--urls", "http://127.0.0.1:0;https://127.0.0.1:0"], [("Audio__DryRun", "false"), ("Audio__Roots", house.Folder.Media), .. settings]);

    private void AssertNone(List<(string Source, byte[] Bytes)> heard, IReadOnlyList<PlantedSecret> secrets)
    {
        var search = new CanarySearch(secrets);
        var found = heard.SelectMany(told => search.In(told.Source, told.Bytes)).ToList();
        output.WriteLine($"{secrets.Count} secrets, {heard.Count} sources, {search.Bytes:#,0} bytes.");
        Assert.True(found.Count == 0, string.Join('\n', found.Take(20)));
        Assert.NotEmpty(house.Hostile.Asked);
        Assert.NotEmpty(house.Tmdb.Requests);
        Assert.All(house.Told, static told => Assert.NotEmpty(told.Fake.Taken));
    }

    /// <summary>The first key stands in its file until it is deleted: that is what the file is for.</summary>
    private IEnumerable<(string, byte[])> Files(string when) => Directory.EnumerateFiles(house.Folder.Data, "*", SearchOption.AllDirectories)
        .Where(static file => Path.GetFileName(file) is not "initial-key")
        .Select(file => ($"{file}, {when}", File.ReadAllBytes(file)));

    private async Task UseAsync(CanaryTraffic traffic, ServiceProcess service, (ServiceFilm Film, ServiceFilm Other, ServiceFilm Unknown) films, List<PlantedSecret> made)
    {
        foreach (var role in KnownRoute.RoleWords)
        {
            made.Add(new($"key {role}", CanaryTraffic.Text(await traffic.AskAsync("POST api/keys", $$"""{"name":"canary {{role}}","role":"{{role}}"}"""), "key")));
            Assert.NotEmpty(made[^1].Value);
        }

        var spare = await traffic.AskAsync("POST api/keys", """{"name":"spare","role":"read"}""");
        made.Add(new("key that is rotated", CanaryTraffic.Text(spare, "key")));
        var rotated = await traffic.AskAsync($"POST api/keys/{CanaryTraffic.Text(spare, "id")}/rotate", """{"overlap":"1h"}""");
        made.Add(new("rotated key", CanaryTraffic.Text(rotated, "key")));
        Assert.All(made, static one => Assert.NotEmpty(one.Value));

        // A new key is shown this once, and only there.
        traffic.ForgetLast(KnownRoute.RoleWords.Count + 2);
        await traffic.AskAsync($"DELETE api/keys/{CanaryTraffic.Text(rotated, "id")}");
        await ConfigureAsync(traffic, made);
        await PostEventsAsync(traffic, films, made);
        foreach (var line in (string[])
        [
            "POST api/notifications/test", "POST api/indexers/sweep", "POST api/indexers/test?force=true", "POST api/indexers/heal", "POST api/library/export", "POST api/library/search",
            "POST api/instances/radarr/webhook", "POST api/instances/hostile/webhook", "POST api/instances/hostile/test", "POST api/instances/prowlarr/test",
            "POST api/mappings/check", "GET api/indexers/hostile", "POST api/indexers/prowlarr/1/test?force=true", "POST api/indexers/prowlarr/2/disable?force=true",
            "GET api/library/radarr/summary", "GET api/library/radarr/searches", "GET api/indexers/prowlarr/2/uptime", "GET api/indexers/history?limit=500",
        ])
        {
            await traffic.AskAsync(line);
        }

        made.AddRange(house.Radarr.SavedConnections.Select(static connection => new PlantedSecret("key of Radarr's webhook", connection.Password)));
        Assert.True(made.Count > KnownRoute.RoleWords.Count + 1, "Radarr got no key.");
        await traffic.AskAsync("POST api/batch", $$"""{"path":"{{house.Folder.Media}}","dryRun":false}""");
        await traffic.AskAsync("POST api/audio/explain", $$"""{"path":"{{films.Film.Path}}"}""");
        house.Prowlarr.Disturbance = Disturbance.RefusesKey;
        await traffic.AskAsync("POST api/indexers/sweep");
        house.Prowlarr.Disturbance = Disturbance.Failing;
        await traffic.AskAsync("POST api/indexers/heal");
        house.Prowlarr.Disturbance = Disturbance.None;
        await SettleAsync(service, made[0].Value);
        await traffic.AskAllAsync();
        await traffic.FollowAsync();
        foreach (var list in (string[])["jobs", "events", "keys", "batch", "library/exports", "indexers/history"])
        {
            await traffic.AskAsync($"GET api/{list}?limit=500");
        }

        foreach (var table in (string[])["Keys", "Events", "Jobs", "Webhooks", "Library", "Observations"])
        {
            await traffic.AskAsync($"GET api/maintenance/state/{table}");
        }
    }

    /// <summary>Keys of an instance that is typed: tried, stored, changed and used.</summary>
    private async Task AddInstanceAsync(CanaryTraffic traffic, List<PlantedSecret> made)
    {
        var (first, second) = (PlantedSecret.New("key of an added instance"), PlantedSecret.New("key that it is changed to"));
        made.AddRange([first, second]);
        var url = house.Radarr.Url.OriginalString;
        await traffic.AskAsync("POST api/instances/test", $$"""{"service":"radarr","url":"{{url}}","apiKey":"{{first.Value}}"}""");
        await traffic.AskAsync("POST api/instances/test", $$"""{"service":"radarr","url":"http://127.0.0.1:1","apiKey":"{{first.Value}}"}""");
        var added = await traffic.AskAsync("POST api/instances", $$"""{"name":"typed","service":"radarr","url":"{{url}}","apiKey":"{{first.Value}}"}""");
        Assert.True(added.TryGetProperty("hasKey", out _), added.ToString());
        await traffic.AskAsync("POST api/instances", $$"""{"name":"{{first.Value}}","service":"{{first.Value}}","url":"{{first.Value}}","apiKey":"{{first.Value}} "}""");
        await traffic.AskAsync("POST api/instances/typed/test");
        await traffic.AskAsync("PUT api/instances/typed", $$"""{"apiKey":"{{second.Value}}"}""");
        await traffic.AskAsync("POST api/instances/typed/test");
        await traffic.AskAsync("POST api/mappings/check", """{"instance":"typed"}""");
        await traffic.AskAsync("GET api/setup");
        await traffic.AskAsync("GET api/instances");
        await traffic.AskAsync("DELETE api/instances/typed");
    }

    /// <summary>A secret is stored, others are sent where none belongs, and the log is opened as far as it goes.</summary>
    private async Task ConfigureAsync(CanaryTraffic traffic, List<PlantedSecret> made)
    {
        var misplaced = PlantedSecret.New("secret in a wrong setting");
        made.Add(misplaced);
        var stored = await traffic.AskAsync(
            "PUT api/config",
            $$"""{"MediaServers:500:Kind":"emby","MediaServers:500:Name":"stored","MediaServers:500:Url":"http://127.0.0.1:1","MediaServers:500:ApiKey":"{{house.Stored.Value}}"}""");
        Assert.True(stored.TryGetProperty("settings", out _), stored.ToString());
        await AddInstanceAsync(traffic, made);
        await traffic.AskAsync("PUT api/config", $$"""{"MediaServers:501:Url":"http://u:{{misplaced.Value}}@127.0.0.1/?apikey={{misplaced.Value}}","Nothing:ApiKey":"{{misplaced.Value}}"}""");
        await traffic.AskAsync("PUT api/config", $$"""{"Tmdb:ApiKey":["{{misplaced.Value}}","{{misplaced.Value}}"]}""");
        await traffic.AskAsync("POST api/config/validate?connectivity=true", Misplaced(misplaced));
        await traffic.AskAsync("POST api/config/validate?connectivity=true");
        await traffic.AskAsync("POST api/config/reload");
        var levels = await traffic.AskAsync("PUT api/logs/levels", """{"levels":{"default":"trace","ArrFunctions":"trace"},"for":"1h"}""");
        Assert.True(levels.TryGetProperty("levels", out _), levels.ToString());
        await traffic.AskAsync("PUT api/logs/levels", """{"levels":{"Microsoft.AspNetCore.Hosting.Diagnostics":"trace","System.Net.Http":"trace"}}""");
    }

    /// <summary>A candidate for <c>config.yaml</c> that is wrong with a secret in each place.</summary>
    private static string Misplaced(PlantedSecret secret) => $$"""
        tmdb:
          apiKeyy: {{secret.Value}}
          apiKey: [{{secret.Value}}, {{secret.Value}}]
        servarr:
          instances:
            - name: x
              service: radarr
              url: http://user:{{secret.Value}}@127.0.0.1:1/?apikey={{secret.Value}}
              apiKey: {{secret.Value}}
        """;

    private static async Task SettleAsync(ServiceProcess service, string key)
    {
        using var client = new ServiceClient(service.Address, key);
        await client.DrainAsync();
    }

    /// <summary>Right ones with secrets in them, signed ones, ones whose key is in the address, and ones that are refused.</summary>
    private async Task PostEventsAsync(CanaryTraffic traffic, (ServiceFilm Film, ServiceFilm Other, ServiceFilm Unknown) films, List<PlantedSecret> made)
    {
        PlantedSecret[] sent =
        [
            PlantedSecret.New("passkey in a download URL"), PlantedSecret.New("custom header"), PlantedSecret.New("password of a wrong login"), PlantedSecret.New("wrong key"),
            PlantedSecret.New("key in the query"), PlantedSecret.New("wrong signature"), PlantedSecret.New("key in a health message"), PlantedSecret.New("key in a body that is no JSON"),
            PlantedSecret.New("key in the address of another route"),
        ];
        made.AddRange(sent);
        var import = ImportEvent.Movie(films.Film.Path, 1)[..^1] + $$""","release":{"downloadUrl":"https://tracker.example/dl?passkey={{sent[0].Value}}"},"downloadUrl":"https://u:{{sent[0].Value}}@tracker.example/"}""";
        await traffic.AskAsync("POST api/webhook/radarr", import, ("X-Custom", sent[1].Value), ("Authorization", $"Bearer {sent[1].Value}"), ("Cookie", $"session={sent[1].Value}"));
        await traffic.AskAsync("POST api/webhook/radarr", ImportEvent.Movie(films.Other.Path, 2), ("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"u:{sent[2].Value}"))}"));
        await traffic.AskAsync("POST api/webhook/sonarr/hostile", Untold(films.Unknown.Path), ("X-Api-Key", sent[3].Value));
        await traffic.AskAsync("POST api/webhook/sonarr/hostile", Untold(films.Unknown.Path));
        await traffic.AskAsync("POST api/webhook/radarr", UntoldMovie(films.Unknown.Path));
        await traffic.AskAsync($"POST api/webhook/radarr?code={sent[4].Value}", """{"eventType":"Test"}""", ("X-Api-Key", sent[3].Value));
        await traffic.AskAsync($"POST api/webhook/radarr?code={made[1].Value}", """{"eventType":"Test"}""", ("X-Api-Key", ""));
        await traffic.AskAsync(
            "POST api/webhook/prowlarr",
            $$"""{"eventType":"Health","level":"error","type":"IndexerStatusCheck","message":"Indexers unavailable due to failures: at https://tracker.example/api?t=search&apikey={{sent[6].Value}} passkey={{sent[6].Value}}","instanceName":"Prowlarr"}""");
        await traffic.AskAsync("POST api/webhook/radarr", $"not JSON apikey={sent[7].Value}");
        await traffic.AskAsync("POST api/batch", $$"""{"apikey":"{{sent[7].Value}}"}""");
        await traffic.AskAsync($"GET api/jobs?apikey={sent[8].Value}&cursor={sent[8].Value}");
        await traffic.AskAsync($"GET api/nothing?code={sent[8].Value}");
        const string test = """{"eventType":"Test"}""";
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(house.SigningSecret.Value), Encoding.UTF8.GetBytes($"{time}.{test}")));
        made.Add(new("signature", signature));
        await traffic.AskAsync("POST api/webhook/radarr", test, ("X-Api-Key", ""), ("X-Webhook-Timestamp", time), ("X-Webhook-Signature", $"sha256={signature}"));
        await traffic.AskAsync("POST api/webhook/radarr", test, ("X-Api-Key", ""), ("X-Webhook-Timestamp", time), ("X-Webhook-Signature", $"sha256={sent[5].Value}"));
    }

    /// <summary>Radarr does not know the movie, so TMDB is asked.</summary>
    private static string UntoldMovie(string path) => $$"""
        {"eventType":"Download","movie":{"id":999,"title":"Unknown","year":2001,"tmdbId":603},"movieFile":{"id":99,"path":"{{path}}"},"downloadId":"untold movie"}
        """;

    /// <summary>Its language is asked for at an instance that quotes secrets.</summary>
    private static string Untold(string path) => $$"""
        {"eventType":"Download","series":{"id":1,"title":"Show","tvdbId":5},"episodes":[{"id":1,"seasonNumber":1,"episodeNumber":1}],"episodeFile":{"id":9,"path":"{{path}}"},"downloadId":"untold"}
        """;

    private async Task CommandAsync(CanaryTraffic traffic, (string Name, string Value)[] settings, Uri address)
    {
        var folder = Path.Combine(house.Folder.Data, "from-commands");
        Directory.CreateDirectory(folder);
        var state = Path.Combine(folder, "state.gz");
        string[][] lines =
        [
            .. Commands.Select(line => (string[])[.. line.Replace("{out}", Path.Combine(folder, "reports"), StringComparison.Ordinal).Split(' '), "--data", house.Folder.Data]),
            ["admin", "export-state", state, "--data", house.Folder.Data],
            ["admin", "export-state", $"{state}2", "--url", address.OriginalString, "--key-file", Path.Combine(house.Folder.Data, "initial-key")],
            ["audio", "fix", house.Folder.Media, "--data", house.Folder.Data], ["audio", "explain", house.Folder.MediaFiles()[0], "--data", house.Folder.Data],
            ["health", "--url", address.OriginalString],
        ];
        foreach (var line in lines)
        {
            var run = await CommandRun.OfAsync([("Audio__DryRun", "false"), ("Audio__Roots", house.Folder.Media), .. settings], line);
            traffic.Note($"command {string.Join(' ', line)} ({run.ExitCode})", $"{run.Output}\n{run.Errors}");
            Assert.False(run.Errors.Contains("Unhandled exception", StringComparison.Ordinal), run.Errors);
        }

        Assert.True(File.Exists(state));
    }
}

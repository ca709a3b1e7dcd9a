using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Library;

/// <summary>kill -9 of the service while it looks for what is to be exported, fetches it, sums it up and writes its artifacts.</summary>
public sealed class ExportKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Imports = 3;

    private readonly ServiceFolder folder = new();
    private readonly Random random = new(TestSettings.Seed);
    private readonly List<string> struck = [];
    private FakeRadarr radarr = null!;
    private FakeSonarr sonarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Of each of two exports.</summary>
    private static int Kills => Math.Max(3, SqliteProcessTests.Rounds * 3 / 10);

    private (string Name, FakeLibrary Fake)[] Libraries => [("radarr", radarr), ("sonarr", sonarr)];

    private (string, string)[] Settings =>
    [
        ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey), ("SONARR_URL", sonarr.Url.OriginalString), ("SONARR_API_KEY", sonarr.ApiKey),

        // Nothing is poisoned that was cut off often by chance.
        ("Jobs__MaxAttempts", "100"),
    ];

    public async ValueTask InitializeAsync()
    {
        radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
        SampleScores.Fill(radarr, movies: 600);
        SampleScores.Fill(sonarr, series: 20, episodes: 400);
    }

    public async ValueTask DisposeAsync()
    {
        await radarr.DisposeAsync();
        await sonarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Killed_again_and_again_an_export_tells_all_files_and_each_change_once()
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        await KillOverTheExportAsync(number: 1);
        await WithServiceAsync(async client =>
        {
            await AssertExportedAsync(client, number: 1);
            await AssertExportedAsync(client, number: 2);
            await AssertToldAsync(client, Libraries.ToDictionary(static library => library.Name, static _ => Enumerable.Empty<KnownChange>()));
        });

        var first = Look();
        await KillAfterImportsAsync();
        var second = Look();
        await WithServiceAsync(async client =>
        {
            await client.DrainAsync();
            await AssertToldAsync(client, Between(first, second));
        });

        foreach (var (_, fake) in Libraries)
        {
            await ChangeAsync(fake);
        }

        await KillOverTheExportAsync(number: 3);
        await WithServiceAsync(async client =>
        {
            await AssertExportedAsync(client, number: 3);
            var (imported, changed) = (Between(first, second), Between(second, Look()));
            await AssertToldAsync(client, imported.ToDictionary(static told => told.Key, told => told.Value.Concat(changed[told.Key])));
        });
        output.WriteLine($"Killed {struck.Count} times: {string.Join(", ", struck)}.");
    }

    private async Task KillOverTheExportAsync(int number)
    {
        for (var round = 1; round <= Kills; round++)
        {
            if (round % 4 == 0)
            {
                await folder.StartAndKillAsync(TimeSpan.FromMilliseconds(random.Next(600)), Settings);
                struck.Add("at the start");
            }
            else
            {
                await KillAsync(number, round % 4);
            }
        }
    }

    /// <summary>Kills it a moment after the exports began (1), after some items of one were done (2), after all were or artifacts stand (3).</summary>
    private async Task KillAsync(int number, int stage)
    {
        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        var ids = new List<string>();
        foreach (var (name, _) in Libraries)
        {
            ids.Add(await client.BeginOrFindExportAsync(name, number));
        }

        var (id, some, isWriting) = (ids[random.Next(ids.Count)], random.Next(1, 6), random.Next(2) == 0);
        var export = await client.ExportAsync(id, export => stage switch
        {
            1 => true,
            2 => Settled(export) >= some,
            _ when isWriting => export.GetProperty("artifacts").GetArrayLength() > 0,
            _ => export.GetProperty("progress") is var progress && progress.GetProperty("isPlanned").GetBoolean() && Settled(export) == progress.GetProperty("total").GetInt32(),
        });
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(random.Next(1, 150))), TimeProvider.System, Cancellation);
        await service.KillAsync();
        struck.Add(export.HasEnded() ? "too late" : $"{export.Text("status")} at {Settled(export)}, {export.GetProperty("artifacts").GetArrayLength()} artifacts");
    }

    /// <summary>Kills it as soon as it has acknowledged the last of some imports.</summary>
    private async Task KillAfterImportsAsync()
    {
        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        foreach (var file in Some(radarr, Imports).Select(file => radarr.ImportUnannounced(radarr.Movies.Find(file.SubjectId)!, Another(file))))
        {
            await TellAsync(client, "radarr", new { eventType = "Download", movie = new { id = file.SubjectId, title = "A movie", year = 2000 }, movieFile = Told(file) });
        }

        foreach (var file in Some(sonarr, Imports).Select(file => sonarr.ImportUnannounced(file.Episodes, Another(file))))
        {
            var episodes = file.Episodes.Select(static episode => new { id = episode.Id, seasonNumber = episode.SeasonNumber, episodeNumber = episode.EpisodeNumber });
            await TellAsync(client, "sonarr", new { eventType = "Download", series = new { id = file.SubjectId, title = "A series" }, episodes, episodeFile = Told(file) });
        }

        await service.KillAsync();
        struck.Add("after imports");
    }

    private static async Task TellAsync(ServiceClient client, string application, object body)
    {
        var (status, answer) = await client.PostAsync($"api/webhook/{application}", JsonSerializer.Serialize(body));
        Assert.True(status is HttpStatusCode.Accepted, $"{answer}");
    }

    private static object Told(LibraryFile file) => new { id = file.Id, path = file.Path, size = file.Size };

    /// <summary>Fifteen files are replaced, renamed or deleted, and a custom format counts something else in a profile.</summary>
    private async Task ChangeAsync(FakeLibrary fake)
    {
        var files = Some(fake, 15);
        foreach (var file in files[..8])
        {
            _ = fake is FakeRadarr ? radarr.ImportUnannounced(radarr.Movies.Find(file.SubjectId)!, Another(file)) : sonarr.ImportUnannounced(file.Episodes, Another(file));
        }

        foreach (var file in files[8..12])
        {
            await fake.RenameAsync(file, $"{file.RelativePath}.renamed.mkv", Cancellation);
        }

        foreach (var file in files[12..])
        {
            await fake.DeleteAsync(file, Cancellation);
        }

        var format = fake.Files[0].Import.CustomFormats.Concat(fake.Formats.All).First();
        fake.Profiles.Edit(KnownFile.ProfileOf(fake, fake.Files[0]), profile => profile.Scored(format, profile.Scores.GetValueOrDefault(format.Id) + 7));
    }

    /// <summary>The same file once more, and without a format that it matched.</summary>
    private static Import Another(LibraryFile file) =>
        file.Import with { RelativePath = $"another {file.Id}.mkv", Size = file.Size + 1, Added = null, CustomFormats = [.. file.Import.CustomFormats.Skip(1)] };

    private List<LibraryFile> Some(FakeLibrary fake, int count) => [.. fake.Files.OrderBy(_ => random.Next()).Take(count)];

    private Dictionary<string, IReadOnlyList<KnownFile>> Look() => Libraries.ToDictionary(static library => library.Name, static library => KnownFile.Of(library.Fake));

    private static Dictionary<string, IEnumerable<KnownChange>> Between(Dictionary<string, IReadOnlyList<KnownFile>> before, Dictionary<string, IReadOnlyList<KnownFile>> after) =>
        before.ToDictionary(static known => known.Key, known => KnownChange.Between(known.Value, after[known.Key]).AsEnumerable());

    private async Task WithServiceAsync(Func<ServiceClient, Task> act)
    {
        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        await act(client);
        Assert.Equal(0, await service.StopAsync());
    }

    private async Task AssertExportedAsync(ServiceClient client, int number)
    {
        foreach (var (name, fake) in Libraries)
        {
            var export = await client.ExportAsync(await client.BeginOrFindExportAsync(name, number), static _ => false);
            Assert.True(export.Text("status") is "succeeded", $"{export}");
            var artifacts = Path.Combine(folder.Data, "artifacts", export.Text("exportId"));
            Assert.Equal(
                ArtifactCatalogue.Standard.Select(static artifact => artifact.Name).Order(StringComparer.Ordinal),
                Directory.EnumerateFiles(artifacts).Select(static path => Path.GetFileName(path)).Where(static file => file is not ".lock").Order(StringComparer.Ordinal));
            Assert.EndsWith("</html>", (await File.ReadAllTextAsync(Path.Combine(artifacts, "report.html"), Cancellation)).TrimEnd(), StringComparison.Ordinal);
            Assert.Equal(KnownFile.Of(fake), KnownFile.Of(JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(artifacts, "export.json"), Cancellation))));
        }
    }

    /// <summary>The history tells of these changes, each once, and of nothing else.</summary>
    private async Task AssertToldAsync(ServiceClient client, Dictionary<string, IEnumerable<KnownChange>> changes)
    {
        foreach (var (name, _) in Libraries)
        {
            Assert.Equal(KnownChange.Sorted(changes[name]), KnownChange.Of(await client.HistoryAsync(name)));
        }
    }

    private static int Settled(JsonElement export) => export.TryGetProperty("progress", out _) ? BatchCalls.Settled(export) : 0;
}

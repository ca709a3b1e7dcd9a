using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>Both fakes with a library each, and a receiver that both tell.</summary>
internal sealed class FakeBench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly List<IAsyncDisposable> servers = [];

    public required WebhookReceiver Receiver { get; init; }

    public FakeSonarr Sonarr { get; private set; } = null!;

    public FakeRadarr Radarr { get; private set; } = null!;

    /// <summary>The last event that arrived.</summary>
    public JsonElement Last => Json(Receiver.Received[^1]);

    public IReadOnlyList<string?> EventTypes => [.. Receiver.Received.Select(request => Json(request).GetProperty("eventType").GetString())];

    public static async Task<FakeBench> StartAsync()
    {
        var bench = new FakeBench { Receiver = await WebhookReceiver.StartAsync() };
        var connection = new WebhookConnection(bench.Receiver.Url);
        bench.Sonarr = await FakeSonarr.StartAsync(bench.Settings("tv"), TestContext.Current.CancellationToken);
        bench.Radarr = await FakeRadarr.StartAsync(bench.Settings("movies"), TestContext.Current.CancellationToken);
        bench.Sonarr.Connection = bench.Radarr.Connection = connection;
        foreach (var fake in (FakeLibrary[])[bench.Sonarr, bench.Radarr])
        {
            var (first, second) = (fake.Formats.Add(id => new(id, "A Format")), fake.Formats.Add(id => new(id, "Another")));
            fake.Profiles.Edit(1, profile => profile.Scored(first, 5).Scored(second, 10));
        }

        bench.servers.AddRange([bench.Receiver, bench.Sonarr, bench.Radarr]);
        return bench;
    }

    public FakeServarrSettings Settings(string name) => new() { Folder = Path.Combine(folder.FullName, name), RootFolder = $"/{name}" };

    /// <summary>An import that everything is known of, with its file in place.</summary>
    public Import Import(string library, string titleFolder, string relativePath, bool isDownloaded = false)
    {
        var path = Path.Combine(folder.FullName, library, titleFolder, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "a file");
        return new()
        {
            RelativePath = relativePath,
            Languages = [ServarrLanguage.English, ServarrLanguage.German],
            CustomFormats = [.. Radarr.Formats.All],
            Download = isDownloaded ? new Download("An.Id") : null,
        };
    }

    public Episode Episode()
    {
        var series = Sonarr.AddSeries("A Series", 2020, ServarrLanguage.German);
        return Sonarr.AddEpisode(series, 1, 3, "The Third");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    public static JsonElement Json(ReceivedWebhook request) => JsonElement.Parse(request.Body);
}

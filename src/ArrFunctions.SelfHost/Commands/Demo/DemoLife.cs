using System.Text.Json;
using ArrFunctions.Demo;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>What the demo has behind it when somebody comes to look, and what happens while they look.</summary>
internal sealed class DemoLife(FakeSonarr sonarr, FakeRadarr radarr, DemoClient service, DemoFolders folders)
{
    private const int ManyFiles = 400;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly SampleFile[] Arrivals = [SampleLibrary.DubFirst, SampleLibrary.BothEnabled, SampleLibrary.AlreadyRight, SampleLibrary.CommentaryFirst];

    /// <summary>An indexer is taken out, libraries are exported twice, batches have ended, and one is at work.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await PostAsync("api/indexers/heal", """{"dryRun":false}""", cancellationToken);
        await service.DoAsync(HttpMethod.Put, "api/config", """{"Access:SessionIdle":"14d"}""", cancellationToken);
        foreach (var (name, role) in new[] { ("wall tablet", "read"), ("phone", "operate") })
        {
            await PostAsync("api/keys", $$"""{"name":"{{name}}","role":"{{role}}"}""", cancellationToken);
        }

        await ExportTwiceAsync(cancellationToken);
        await BatchesAsync(cancellationToken);
    }

    /// <summary>Now and then a film arrives, until the demo is ended.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        for (var number = 2; ; number++)
        {
            await Task.Delay(Pause, cancellationToken);
            var sample = Arrivals[number % Arrivals.Length];
            var movie = radarr.AddMovie($"{sample.Title}, part {number}", sample.Year, sample.OriginalLanguage);
            sample.WriteAs(Path.Combine(folders.Movies, movie.Folder, Path.GetFileName(sample.RelativePath)));
            await radarr.ImportAsync(movie, new() { RelativePath = Path.GetFileName(sample.RelativePath), Languages = sample.Languages }, cancellationToken);
        }
    }

    /// <summary>Between both, thirty films got a better file, and some were removed.</summary>
    private async Task ExportTwiceAsync(CancellationToken cancellationToken)
    {
        SampleScores.Fill(radarr, movies: 400);
        SampleScores.Fill(sonarr, series: 12, episodes: 300);
        await ExportAsync(times: 1, cancellationToken);
        var liked = radarr.Formats.All.Take(3).ToList();
        foreach (var file in radarr.Files.Where(file => file.LocalPath.Length == 0).Take(30))
        {
            radarr.Edit(file, import => import with { Quality = "Remux-2160p", CustomFormats = liked });
        }

        radarr.Movies.All.TakeLast(5).ToList().ForEach(radarr.Remove);
        await ExportAsync(times: 2, cancellationToken);
    }

    private async Task ExportAsync(int times, CancellationToken cancellationToken)
    {
        await PostAsync("api/library/export", """{"full":true}""", cancellationToken);
        await service.UntilAsync(
            "api/library/exports", answer => answer.GetProperty("exports") is var exports && exports.GetArrayLength() == 2 * times && exports.EnumerateArray().All(HasEnded), cancellationToken);
    }

    /// <summary>One with a file that cannot be read, one that only planned, and one that waits in a lane that is paused: whoever lets the lane go on sees it run.</summary>
    private async Task BatchesAsync(CancellationToken cancellationToken)
    {
        Fill("collection", 24);
        Tear(SampleLibrary.DubFirst.WriteAs(Path.Combine(folders.Shelf, "collection", "Torn Ticket (2003).mkv")));
        Fill("not decided yet", 12);
        Fill("attic", ManyFiles);
        await BatchAsync("collection", dryRun: false, "normal", HasEnded, cancellationToken);
        await BatchAsync("not decided yet", dryRun: true, "normal", HasEnded, cancellationToken);
        await BatchAsync("attic", dryRun: false, "low", HasBegun, cancellationToken);
        await PostAsync("api/queue/pause?lane=low", "", cancellationToken);
    }

    private async Task BatchAsync(string folder, bool dryRun, string priority, Func<JsonElement, bool> isSo, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folders.Shelf, folder);
        await PostAsync("api/batch", $$"""{"path":"{{JsonEncodedText.Encode(path)}}","dryRun":{{(dryRun ? "true" : "false")}},"priority":"{{priority}}"}""", cancellationToken);
        await service.UntilAsync("api/batch", answer => isSo(answer.GetProperty("batches")[0]), cancellationToken);
    }

    private void Fill(string folder, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var sample = SampleLibrary.Files[number % 2 == 0 ? 0 : ^1];
            sample.WriteAs(Path.Combine(folders.Shelf, folder, $"Film {number:000} (1987){Path.GetExtension(sample.RelativePath)}"));
        }
    }

    /// <summary>As after a download that broke off.</summary>
    private static void Tear(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length * 2 / 3);
    }

    private Task PostAsync(string path, string body, CancellationToken cancellationToken) => service.DoAsync(HttpMethod.Post, path, body, cancellationToken);

    private static bool HasEnded(JsonElement one) => one.TryGetProperty("ended", out var ended) && ended.ValueKind is not JsonValueKind.Null;

    private static bool HasBegun(JsonElement batch) => batch.GetProperty("progress").GetProperty("counts").GetProperty("settled").GetInt32() > 0;
}

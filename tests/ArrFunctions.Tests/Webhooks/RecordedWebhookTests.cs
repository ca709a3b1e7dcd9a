using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>What each request that a real application sent means.</summary>
public sealed class RecordedWebhookTests
{
    private static readonly WebhookReading Reading = new(
        new ServarrOptions { PathMappings = [new("/data/media", "/mnt", Instance: null)] }, new AudioOptions { Roots = ["/mnt"] });

    [Theory]
    [InlineData("webhook-prowlarr-01-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-prowlarr-02-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-prowlarr-17-Health.json", "health.issue Warning: Indexers unavailable due to failures: Demo A (IndexerStatusCheck), see https://wiki.servarr.com/prowlarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-prowlarr-21-HealthRestored.json", "health.restored Information: restored: Indexers unavailable due to failures: Demo A (IndexerStatusCheck), see https://wiki.servarr.com/prowlarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-01-MovieAdded.json", "movie.added Information: Third Movie (2019) was added")]
    [InlineData("webhook-radarr-02-Grab.json", "release.grabbed Information: Third Movie (2019): Third.Movie.2019.1080p.BluRay.x264-DEMO was grabbed")]
    [InlineData("webhook-radarr-03-Download.json", "import of Third Movie (2019) (Japanese) file 4 735276 /mnt/movies/Third Movie (2019)/Third.Movie.2019.1080p.BluRay.x264-DEMO.mkv")]
    [InlineData("webhook-radarr-03-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-radarr-04-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-radarr-05-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-radarr-06-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-radarr-07-MovieAdded.json", "movie.added Information: Demo Movie (2020) was added")]
    [InlineData("webhook-radarr-07-Rename.json", "file.renamed: Other Movie (2021): 1 file has another path: 2 /mnt/movies/Other Movie (2021)/Other Movie (2021) One WEBDL-480p.mkv")]
    [InlineData("webhook-radarr-08-MovieAdded.json", "movie.added Information: Other Movie (2021) was added")]
    [InlineData("webhook-radarr-09-MovieAdded.json", "movie.added Information: Third Movie (2019) was added")]
    [InlineData("webhook-radarr-10-Download.json", "import of Demo Movie (2020) (Korean) file 1 735276 /mnt/movies/Demo Movie (2020)/Demo.Movie.2020.1080p.BluRay.x264-DEMO.mkv")]
    [InlineData("webhook-radarr-11-Rename.json", "file.renamed: Other Movie (2021): 1 file has another path: 2 /mnt/movies/Other Movie (2021)/Other Movie (2021) Three WEBDL-480p.mkv")]
    [InlineData("webhook-radarr-12-MovieFileDelete.json", "file.deleted 1: Demo Movie (2020): /data/media/movies/Demo Movie (2020)/Demo.Movie.2020.1080p.BluRay.x264-DEMO.mkv was deleted (upgrade)")]
    [InlineData("webhook-radarr-13-Health.json", "health.issue Warning: All rss-capable indexers are temporarily unavailable due to recent indexer errors (IndexerRssCheck), see https://wiki.servarr.com/radarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-14-Health.json", "health.issue Warning: All search-capable indexers are temporarily unavailable due to recent indexer errors (IndexerSearchCheck), see https://wiki.servarr.com/radarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-15-Health.json", "health.issue Error: All indexers are unavailable due to failures (IndexerStatusCheck), see https://wiki.servarr.com/radarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-15-MovieDelete.json", "movie.deleted Information: Third Movie (2019) was deleted")]
    [InlineData("webhook-radarr-18-HealthRestored.json", "health.restored Information: restored: All rss-capable indexers are temporarily unavailable due to recent indexer errors (IndexerRssCheck), see https://wiki.servarr.com/radarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-19-HealthRestored.json", "health.restored Information: restored: All search-capable indexers are temporarily unavailable due to recent indexer errors (IndexerSearchCheck), see https://wiki.servarr.com/radarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-20-HealthRestored.json", "health.restored Information: restored: All indexers are unavailable due to failures (IndexerStatusCheck), see https://wiki.servarr.com/radarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-radarr-23-Grab.json", "release.grabbed Information: Demo Movie (2020): Demo.Movie.2020.1080p.BluRay.x264-DEMO was grabbed")]
    [InlineData("webhook-sonarr-04-Download.json", "import of Demo Show S01E03 (German) file 5 735276 /mnt/tv/Demo Show/Season 1/Demo.Show.S01E03.1080p.WEB-DL.H264-DEMO.mkv")]
    [InlineData("webhook-sonarr-05-Download.json", "import of Demo Show S01E03 (German) file 5 735276 /mnt/tv/Demo Show/Season 1/Demo.Show.S01E03.1080p.WEB-DL.H264-DEMO.mkv")]
    [InlineData("webhook-sonarr-06-Grab.json", "release.grabbed Information: Demo Show: Demo.Show.S01E02.1080p.WEB-DL.H264-DEMO was grabbed")]
    [InlineData("webhook-sonarr-08-Rename.json", "file.renamed: Demo Show: 3 files have other paths: 3 /mnt/tv/Demo Show/Season 2/Demo Show - S02E02 - One SDTV.mkv, 4 /mnt/tv/Demo Show/Season 2/Demo Show - S02E01 - One SDTV.mkv, 5 /mnt/tv/Demo Show/Season 1/Demo Show - S01E03 - One WEBDL-480p.mkv")]
    [InlineData("webhook-sonarr-12-Rename.json", "file.renamed: Demo Show: 3 files have other paths: 3 /mnt/tv/Demo Show/Season 2/Demo Show - S02E02 - Three SDTV.mkv, 4 /mnt/tv/Demo Show/Season 2/Demo Show - S02E01 - Three SDTV.mkv, 5 /mnt/tv/Demo Show/Season 1/Demo Show - S01E03 - Three WEBDL-480p.mkv")]
    [InlineData("webhook-sonarr-16-Health.json", "health.issue Warning: Indexers unavailable due to failures: Demo S, Demo A (Prowlarr) (IndexerStatusCheck), see https://wiki.servarr.com/sonarr/system#indexers-are-unavailable-due-to-failures")]
    [InlineData("webhook-sonarr-16-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-sonarr-17-Test.json", "ignored: the test arrived")]
    [InlineData("webhook-sonarr-18-SeriesAdd.json", "series.added Information: Demo Show was added")]
    [InlineData("webhook-sonarr-19-Download.json", "import of Demo Show S01E01 (German) file 1 735276 /mnt/tv/Demo Show/Season 1/Demo.Show.S01E01.1080p.WEB-DL.H264-DEMO.mkv")]
    [InlineData("webhook-sonarr-21-EpisodeFileDelete.json", "file.deleted 1: Demo Show: /data/media/tv/Demo Show/Season 1/Demo.Show.S01E01.1080p.WEB-DL.H264-DEMO.mkv was deleted (upgrade)")]
    [InlineData("webhook-sonarr-22-Download.json", "import of Demo Show S01E01 (German) file 2 735276 /mnt/tv/Demo Show/Season 1/Demo.Show.S01E01.1080p.BluRay.x264-UPG.mkv; replaces 1")]
    [InlineData("webhook-sonarr-22-SeriesDelete.json", "series.deleted Information: Demo Show was deleted")]
    public void A_recorded_event_is_understood(string name, string meaning) => Assert.Equal(meaning, Describe(
        Reading.Read(RecordedWebhooks.ServiceOf(name), "main", RecordedWebhooks.Payload(name))));

    [Fact]
    public void Every_recorded_event_is_among_them() => Assert.Equal(
        RecordedWebhooks.Names,
        typeof(RecordedWebhookTests).GetMethod(nameof(A_recorded_event_is_understood))!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Select(attribute => (string)((InlineDataAttribute)attribute).Data[0]!).Order(StringComparer.Ordinal));

    [Fact]
    public void Both_shapes_of_one_import_are_one_webhook_and_one_job()
    {
        var (perFile, whole) = (Import("webhook-sonarr-04-Download.json"), Import("webhook-sonarr-05-Download.json"));

        Assert.Equal(perFile.Id, whole.Id);
        Assert.Equal(Assert.Single(perFile.Jobs).Id, Assert.Single(whole.Jobs).Id);
        Assert.Equal(JobId.Of(JobKind.Audio, "main", 5, "/mnt/tv/Demo Show/Season 1/Demo.Show.S01E03.1080p.WEB-DL.H264-DEMO.mkv", 735276), perFile.Jobs[0].Id);
    }

    private static WebhookEvent.Import Import(string name) => Assert.IsType<WebhookEvent.Import>(
        Reading.Read(RecordedWebhooks.ServiceOf(name), "main", RecordedWebhooks.Payload(name)));

    private static string Describe(WebhookEvent read) => read switch
    {
        WebhookEvent.Import import => $"import of {string.Join(", ", import.Jobs.Select(Describe))}{string.Concat(import.ReplacedFiles.Select(file => $"; replaces {file}"))}",
        WebhookEvent.Rename rename => $"{rename.Note.Name}: {rename.Note.Message}: {string.Join(", ", rename.Moves.Select(move => $"{move.FileId} {move.Path}"))}",
        WebhookEvent.Deletion deletion => $"{deletion.Note.Name} {deletion.FileId}: {deletion.Note.Message}",
        WebhookEvent.Notice notice => $"{notice.Note.Name} {notice.Note.Severity}: {notice.Note.Message}",
        WebhookEvent.Ignored ignored => $"ignored: {ignored.Reason}",
        _ => throw new InvalidOperationException(),
    };

    private static string Describe(NewJob job) =>
        $"{job.Title} ({job.Input!.Value.Deserialize(AudioJobJson.Default.AudioJobInput)!.Subject!.OriginalLanguage}) file {job.FileId} {job.Size} {job.Path}{job.Refusal?.Reason}";
}

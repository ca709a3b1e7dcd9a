using ArrFunctions.Demo;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>What happens in the demo: files arrive, Sonarr and Radarr tell of them.</summary>
internal sealed class DemoStory(FakeSonarr sonarr, FakeRadarr radarr, DemoClient service, DemoFolders folders)
{
    public const string Sonarr = "sonarr";
    public const string Radarr = "radarr";
    public const string Prowlarr = "prowlarr";

    /// <summary>Names of the events beside those of the jobs.</summary>
    public static readonly string[] Notices = ["file.deleted", "file.renamed", "health.issue"];

    private static readonly HealthIssue Issue = new("warning", "IndexerStatusCheck", $"Indexers unavailable due to failures: {DemoIndexers.Dead} (Prowlarr)");

    public async Task<IReadOnlyList<DemoScene>> PlayAsync(CancellationToken cancellationToken)
    {
        await sonarr.TestAsync(cancellationToken);
        await radarr.TestAsync(cancellationToken);
        List<DemoScene> scenes =
        [
            await ImportAsync(SampleLibrary.DubFirst, Changed(2), cancellationToken),
            await UpgradeAsync(SampleLibrary.CommentaryFirst, Changed(2), cancellationToken),
            await ImportAsync(SampleLibrary.AlreadyRight, new(JobStatus.Succeeded, JobResult.AlreadyCorrect, 1), cancellationToken),
            await ImportAsync(SampleLibrary.NobodysLanguage, new(JobStatus.Skipped, Result: null, 1), cancellationToken),
            await ImportTwiceAsync(SampleLibrary.NoFlags, Changed(1), cancellationToken),
            await ImportAsync(SampleLibrary.BothEnabled, Changed(1), cancellationToken),
            await ImportSeededAsync(SampleLibrary.Seeded, new(JobStatus.Waiting, Result: null, 1), cancellationToken),
        ];
        await sonarr.SendHealthAsync(Issue, cancellationToken);
        return scenes;
    }

    private static DemoEnding Changed(int defaultTrack) => new(JobStatus.Succeeded, JobResult.Changed, defaultTrack);

    private async Task<DemoScene> ImportAsync(SampleFile sample, DemoEnding ending, CancellationToken cancellationToken)
    {
        var before = DemoScene.Tracks(sample.Write(folders.Movies));
        var file = await radarr.ImportAsync(MovieOf(sample), ImportOf(sample), cancellationToken);
        return new(Radarr, file, "Radarr: imported", before, ending);
    }

    /// <summary>A worse file was there already, from the time before the service.</summary>
    private async Task<DemoScene> UpgradeAsync(SampleFile sample, DemoEnding ending, CancellationToken cancellationToken)
    {
        const string Worse = "Old copy [480p].mkv";
        var movie = MovieOf(sample);
        sample.WriteAs(Path.Combine(folders.Movies, sample.Folder, Worse));
        radarr.Add(movie, ImportOf(sample) with { RelativePath = Worse, Quality = "WEBDL-480p" });
        var before = DemoScene.Tracks(sample.Write(folders.Movies));
        var file = await radarr.ImportAsync(movie, ImportOf(sample), cancellationToken);
        return new(Radarr, file, "Radarr: imported as an upgrade", before, ending);
    }

    /// <summary>Sonarr tells of each file and then of the whole import, where both are switched on.</summary>
    private async Task<DemoScene> ImportTwiceAsync(SampleFile sample, DemoEnding ending, CancellationToken cancellationToken)
    {
        var before = DemoScene.Tracks(sample.Write(folders.Tv));
        var series = sonarr.AddSeries(sample.Title, sample.Year, sample.OriginalLanguage);
        var episode = sonarr.AddEpisode(series, sample.Episode!.Season, sample.Episode.Number, sample.Episode.Title);
        var file = await sonarr.ImportAsync([episode], ImportOf(sample), cancellationToken);
        await sonarr.ImportCompleteAsync([file], cancellationToken);
        return new(Sonarr, file, "Sonarr: imported, import complete", before, ending);
    }

    /// <summary>A torrent client seeds the file under another name, and the job that waits for it follows a rename.</summary>
    private async Task<DemoScene> ImportSeededAsync(SampleFile sample, DemoEnding ending, CancellationToken cancellationToken)
    {
        var path = sample.Write(folders.Movies);
        Directory.CreateDirectory(folders.Downloads);
        HardLink.Create(path, Path.Combine(folders.Downloads, Path.GetFileName(path)));
        var scene = await ImportAsync(sample, ending, cancellationToken);
        await service.JobsOfAsync([scene], cancellationToken);
        var renamed = await radarr.RenameAsync(scene.File, $"{sample.Folder} [1080p].mkv", cancellationToken);
        return scene with { File = renamed, Told = "Radarr: imported, renamed" };
    }

    private Movie MovieOf(SampleFile sample) => radarr.AddMovie(sample.Title, sample.Year, sample.OriginalLanguage);

    private static Import ImportOf(SampleFile sample) => new()
    {
        RelativePath = sample.RelativePath,
        Languages = sample.Languages,
        Download = new($"demo-{sample.Year}") { ReleaseTitle = sample.Folder, Indexer = "Tin Harbour (Prowlarr)" },
    };
}

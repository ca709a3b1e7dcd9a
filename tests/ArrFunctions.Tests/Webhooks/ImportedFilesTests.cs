using ArrFunctions.Jobs;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>Files that nothing can be done for are kept as skipped jobs, with the reason.</summary>
public sealed class ImportedFilesTests
{
    [Theory]
    [InlineData("/etc/passwd.mkv", "outsideRoots")]
    [InlineData("/data/media2/a.mkv", "outsideRoots")]
    [InlineData("/data/media/../../etc/a.mkv", "unsafePath")]
    [InlineData("/data/media/a\0.mkv", "unsafePath")]
    [InlineData(@"D:\TV\a.mkv", "noPathMapping")]
    [InlineData(@"\\nas\tv\a.mkv", "noPathMapping")]
    [InlineData("relative/a.mkv", "relativePath")]
    [InlineData("", "noPath")]
    [InlineData(null, "noPath")]
    [InlineData(true, "relativePath")]
    [InlineData(17, "relativePath")]
    public async Task A_path_that_cannot_be_used_is_a_skipped_job(object? path, string code)
    {
        using var bench = new WebhookBench();

        var reply = await bench.ReceiveAsync(Events.Download(1, path));

        var job = Assert.Single(await bench.JobsOfAsync(reply));
        Assert.Equal((JobStatus.Skipped, code, 1), (job.Status, job.Code!, job.FileId!.Value));
        Assert.NotEmpty(job.Reason!);
        Assert.Equal(0, await bench.CountMessagesAsync());
    }

    [Fact]
    public async Task A_path_of_any_length_is_a_skipped_job()
    {
        using var bench = new WebhookBench();

        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, "/data/media/" + new string('ä', 900_000)))));

        Assert.Equal((JobStatus.Skipped, "pathTooLong"), (job.Status, job.Code!));
    }

    [Fact]
    public async Task Without_roots_every_file_is_a_skipped_job_that_names_the_setting()
    {
        using var bench = new WebhookBench(audio: new() { Roots = [] });

        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv"))));

        Assert.Equal((JobStatus.Skipped, "noRoots"), (job.Status, job.Code!));
        Assert.Contains("Audio__Roots", job.Reason!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/media")]
    [InlineData("/data/media/")]
    [InlineData("/")]
    [InlineData("/data/./media")]
    public async Task A_root_is_meant_however_it_is_written(string root)
    {
        using var bench = new WebhookBench(audio: new() { Roots = ["/elsewhere", root] });

        Assert.Equal(JobStatus.Queued, Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv")))).Status);
    }

    [Fact]
    public async Task The_place_here_is_what_counts_and_the_place_there_is_remembered()
    {
        using var bench = new WebhookBench(new() { PathMappings = [new(@"D:\Movies", "/data/media", Instance: null)] });

        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, @"D:\Movies\Film\a.mkv"))));

        Assert.Equal(("/data/media/Film/a.mkv", @"D:\Movies\Film\a.mkv", JobStatus.Queued), (job.Path, job.RemotePath!, job.Status));
        Assert.Equal(JobId.Of(JobKind.Audio, "radarr", 1, "/data/media/Film/a.mkv", 1000), job.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3_000_000_000)]
    [InlineData(1e300)]
    [InlineData("x")]
    public async Task A_file_without_an_id_is_told_by_its_path(object? id)
    {
        using var bench = new WebhookBench();

        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(id, "/data/media/a.mkv"))));

        Assert.Equal(JobId.Of(JobKind.Audio, "radarr", 0, "/data/media/a.mkv", 0), job.Id);
        Assert.Equal((null, null, JobStatus.Queued), (job.FileId, job.Size, job.Status));
    }

    [Fact]
    public async Task Numbers_that_are_written_as_text_are_numbers()
    {
        using var bench = new WebhookBench();

        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download("7", "/data/media/a.mkv", size: "12"))));

        Assert.Equal((7, 12L), (job.FileId!.Value, job.Size!.Value));
    }

    [Fact]
    public async Task Imports_without_ids_are_told_apart_by_their_paths()
    {
        using var bench = new WebhookBench();

        var first = (WebhookReply.Accepted)await bench.ReceiveAsync(Events.Download(id: null, "/data/media/a.mkv"));
        var second = (WebhookReply.Accepted)await bench.ReceiveAsync(Events.Download(id: null, "/data/media/b.mkv"));

        Assert.NotEqual(first.WebhookId, second.WebhookId);
        Assert.Equal(2, await bench.CountJobsAsync());
    }

    [Fact]
    public async Task Another_instance_or_download_is_another_event()
    {
        using var bench = new WebhookBench();

        var replies = new[]
        {
            await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv")),
            await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv", downloadId: "x")),
            await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv", size: 1001)),
            await bench.ReceiveAsync(Events.Download(2, "/data/media/a.mkv")),
        };

        Assert.Equal(4, replies.Cast<WebhookReply.Accepted>().Select(reply => reply.WebhookId).Distinct().Count());
    }

    [Fact]
    public async Task A_file_that_stands_twice_in_an_event_is_one_job()
    {
        using var bench = new WebhookBench();
        const string File = """{"id":1,"path":"/data/media/a.mkv","size":5}""";

        var reply = await bench.ReceiveAsync($$"""{"eventType":"DOWNLOAD","episodeFile":{{File}},"episodeFiles":[{{File}},{{File}}]}""", ServarrService.Sonarr);

        Assert.Single(await bench.JobsOfAsync(reply));
    }

    [Fact]
    public async Task A_file_that_is_no_object_is_a_skipped_job()
    {
        using var bench = new WebhookBench();

        var reply = await bench.ReceiveAsync("""{"eventType":"Download","episodeFiles":["/data/media/a.mkv",{"id":1,"path":"/data/media/b.mkv"}]}""", ServarrService.Sonarr);

        Assert.Equal(["noPath", null], (await bench.JobsOfAsync(reply)).Select(job => job.Code));
    }
}

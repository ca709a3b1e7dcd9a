using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

public sealed class WebhookIntakeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_becomes_a_queued_job_that_knows_its_event()
    {
        using var bench = new WebhookBench();

        var reply = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveRecordedAsync("webhook-radarr-03-Download.json"));

        var job = Assert.Single(await bench.JobsOfAsync(reply));
        Assert.Equal(1, reply.FilesQueued);
        Assert.Equal(
            (JobStatus.Queued, Lane.Webhook, JobSource.Webhook, "radarr", 4, 735276L, "Third Movie (2019)", reply.WebhookId),
            (job.Status, job.Lane, job.Source, job.Instance!, job.FileId!.Value, job.Size!.Value, job.Title!, job.WebhookId!));
        var input = job.Input!.Value.Deserialize(AudioJobJson.Default.AudioJobInput)!;
        Assert.Equal(new(OriginalLanguage: null), input with { Subject = null });
        Assert.Equal(
            new() { Kind = MediaKind.Movie, Id = 4, Title = "Third Movie", Year = 2019, TmdbId = 9003, OriginalLanguage = "Japanese" },
            input.Subject! with { Tags = null });
        Assert.Empty(input.Subject.Tags!);
        Assert.Null(job.RemotePath);
        Assert.Equal(1, await bench.CountMessagesAsync());
        Assert.Equal([job.Id], (await bench.Store.FindAsync(reply.WebhookId, Cancellation))!.JobIds);
        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task The_same_event_a_hundred_times_at_once_is_one_webhook_one_job_and_one_message()
    {
        using var bench = new WebhookBench();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => bench.ReceiveRecordedAsync("webhook-sonarr-19-Download.json"), Cancellation)));

        Assert.Single(replies.Cast<WebhookReply.Accepted>().Select(reply => (reply.WebhookId, Assert.Single(reply.JobIds))).Distinct());
        Assert.Equal(1, replies.Cast<WebhookReply.Accepted>().Sum(reply => reply.FilesQueued));
        Assert.Equal(1, await bench.CountJobsAsync());
        Assert.Equal(1, await bench.CountMessagesAsync());
    }

    [Fact]
    public async Task Both_shapes_of_one_import_are_one_job()
    {
        using var bench = new WebhookBench();

        await bench.ReceiveRecordedAsync("webhook-sonarr-04-Download.json");
        await bench.ReceiveRecordedAsync("webhook-sonarr-05-Download.json");

        Assert.Equal(1, await bench.CountJobsAsync());
    }

    [Fact]
    public async Task An_upgrade_of_the_same_name_is_a_new_job_and_the_old_one_is_cancelled()
    {
        using var bench = new WebhookBench();
        var old = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv"))));

        var reply = await bench.ReceiveAsync(Events.Download(2, "/data/media/a.mkv", deletedFiles: new[] { new { id = 1 } }));

        var job = Assert.Single(await bench.JobsOfAsync(reply));
        Assert.NotEqual(old.Id, job.Id);
        Assert.Equal(JobStatus.Queued, job.Status);
        Assert.Equal(JobStatus.Cancelled, (await bench.Ledger.FindAsync(old.Id, Cancellation))!.Status);
    }

    [Theory]
    [InlineData("manual")]
    [InlineData("upgrade")]
    public async Task A_deleted_file_cancels_its_job_and_is_never_taken_for_an_import(string reason)
    {
        using var bench = new WebhookBench();
        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv"))));

        var reply = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(Events.Delete(1, reason)));

        Assert.Equal([job.Id], reply.JobIds);
        Assert.Equal(JobStatus.Cancelled, (await bench.Ledger.FindAsync(job.Id, Cancellation))!.Status);
        Assert.Equal(1, await bench.CountJobsAsync());
        Assert.Equal("file.deleted", Assert.Single(await bench.ToldAsync()).Name);
    }

    [Fact]
    public async Task A_renamed_file_takes_its_job_along_and_again_changes_nothing()
    {
        using var bench = new WebhookBench(new() { PathMappings = [new("/movies", "/data/media", Instance: null)] });
        var job = Assert.Single(await bench.JobsOfAsync(await bench.ReceiveAsync(Events.Download(1, "/movies/a.mkv"))));

        var first = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(Events.Rename(1, "/movies/b.mkv")));
        var again = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(Events.Rename(1, "/movies/b.mkv")));

        Assert.Equal([job.Id], first.JobIds);
        Assert.Equal((first.WebhookId, job.Id), (again.WebhookId, Assert.Single(again.JobIds)));
        var moved = (await bench.Ledger.FindAsync(job.Id, Cancellation))!;
        Assert.Equal(("/data/media/b.mkv", "/movies/b.mkv", JobStatus.Queued), (moved.Path, moved.RemotePath!, moved.Status));
        Assert.Single(await bench.ToldAsync());
    }

    [Fact]
    public async Task An_event_without_work_is_kept_and_told_each_time_it_comes()
    {
        using var bench = new WebhookBench();

        var first = Assert.IsType<WebhookReply.Ignored>(await bench.ReceiveRecordedAsync("webhook-radarr-15-Health.json"));
        var second = Assert.IsType<WebhookReply.Ignored>(await bench.ReceiveRecordedAsync("webhook-radarr-15-Health.json"));

        Assert.NotEqual(first.WebhookId, second.WebhookId);
        Assert.Equal(first.Reason, (await bench.Store.FindAsync(first.WebhookId!, Cancellation))!.Reason);
        Assert.All(await bench.ToldAsync(), told => Assert.Equal(("health.issue", "instance:radarr", "webhook:radarr"), (told.Name, told.Subject, told.Actor)));
    }

    [Fact]
    public async Task A_signed_event_that_is_replayed_does_nothing_twice_and_is_answered_as_the_first_time()
    {
        using var bench = new WebhookBench();
        await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv"));
        var first = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(Events.Rename(1, "/data/media/b.mkv"), signature: "one"));
        await bench.ReceiveAsync(Events.Rename(1, "/data/media/c.mkv"), signature: "two");

        var replays = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.ReceiveAsync(Events.Rename(1, "/data/media/b.mkv"), signature: "one")));

        Assert.All(replays, replay => Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize((WebhookReply.Accepted)replay)));
        Assert.Equal("/data/media/c.mkv", (await bench.Ledger.FindAsync(first.JobIds[0], Cancellation))!.Path);
        Assert.Equal(2, (await bench.ToldAsync()).Count);
    }

    [Fact]
    public async Task Signed_events_that_come_at_once_under_one_signature_are_told_once()
    {
        using var bench = new WebhookBench();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => bench.ReceiveAsync("""{"eventType":"Health","message":"m"}""", signature: "one"), Cancellation)));

        Assert.Single(replies.Cast<WebhookReply.Ignored>().Distinct());
        Assert.Single(await bench.ToldAsync());
    }

    [Fact]
    public async Task A_season_pack_of_300_files_is_300_jobs_of_one_event()
    {
        using var bench = new WebhookBench();
        var pack = JsonSerializer.Serialize(new
        {
            eventType = "Download",
            series = new { title = "Show" },
            episodes = Enumerable.Range(1, 300).Select(number => new { seasonNumber = 1, episodeNumber = number }),
            episodeFiles = Enumerable.Range(1, 300).Select(number => new { id = number, path = $"/data/media/Show.s01e{number:00}.mkv", size = 1000 + number }),
        });

        var reply = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(pack, ServarrService.Sonarr));

        Assert.Equal((300, 300), (reply.JobIds.Count, reply.FilesQueued));
        Assert.Equal(reply.JobIds, (await bench.Store.FindAsync(reply.WebhookId, Cancellation))!.JobIds);
        Assert.Contains("Show S01E07", (await bench.JobsOfAsync(reply)).Select(job => job.Title));
    }

    [Fact]
    public async Task An_event_of_more_files_than_its_row_holds_still_makes_every_job()
    {
        using var bench = new WebhookBench();
        var files = JsonSerializer.Serialize(new { eventType = "Download", episodeFiles = Enumerable.Range(1, 6000).Select(id => new { id }) });

        var reply = Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(files, ServarrService.Sonarr));

        Assert.Equal(6000, (await bench.JobsOfAsync(reply)).Count);
        Assert.Equal(WebhookStore.MaxJobIds, (await bench.Store.FindAsync(reply.WebhookId, Cancellation))!.JobIds.Count);
        Assert.IsType<WebhookReply.Accepted>(await bench.ReceiveAsync(files, ServarrService.Sonarr));
    }

    [Fact]
    public async Task When_the_message_cannot_be_sent_the_sender_learns_it_and_the_job_is_there()
    {
        using var bench = new WebhookBench(queue: new BrokenQueue());

        await Assert.ThrowsAsync<StoreException>(() => bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv")));

        Assert.Equal(1, await bench.CountJobsAsync());
    }

    [Fact]
    public async Task An_event_of_an_instance_that_cannot_be_told_is_kept_with_the_question()
    {
        using var bench = new WebhookBench(new()
        {
            Instances = [InstanceChoiceTests.Instance("radarr", ServarrService.Radarr), InstanceChoiceTests.Instance("radarr-4k", ServarrService.Radarr)],
        });

        var reply = Assert.IsType<WebhookReply.Ignored>(await bench.ReceiveAsync(Events.Download(1, "/data/media/a.mkv")));

        Assert.StartsWith("which instance?", reply.Reason, StringComparison.Ordinal);
        Assert.Null((await bench.Store.FindAsync(reply.WebhookId!, Cancellation))!.Instance);
        Assert.Equal("webhook.unclear", Assert.Single(await bench.ToldAsync()).Name);
    }
}

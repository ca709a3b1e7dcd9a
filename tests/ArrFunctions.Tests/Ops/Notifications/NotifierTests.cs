using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class NotifierTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);
    private readonly NotificationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happened_before_a_target_was_configured_is_not_told()
    {
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(2));
        await bench.RunAsync();
        bench.Options = bench.Options with { Targets = [New.Target(), New.Target("mail")] };
        await bench.RunAsync(Later);
        await bench.HappenAsync(bench.Now(3));
        await bench.RunAsync(Later);

        Assert.Equal(["Film 2: it failed", "Film 3: it failed"], bench.Phone.Lines);
        Assert.Equal(["Film 3: it failed"], bench.Of("mail").Lines);
    }

    [Fact]
    public async Task A_burst_is_one_message_and_the_rest_of_its_lines_is_counted()
    {
        await bench.RunAsync();
        await bench.HappenAsync(Enumerable.Range(1, 60).Select(number => bench.Now(number)));
        await bench.RunAsync();

        var told = Assert.Single(bench.Phone.Taken);
        Assert.Equal("ArrFunctions: Job failed (60)", told.Title);
        Assert.Equal([.. Enumerable.Range(1, 20).Select(number => $"Job failed: Film {number}: it failed"), "and 40 more"], told.Text.Split('\n'));
        Assert.Equal((60, EventSeverity.Error), (told.Events.Count, told.Severity));
        Assert.Equal(0, await bench.WaitingAsync());
    }

    [Fact]
    public async Task Five_hundred_failures_over_some_minutes_are_a_handful_of_messages()
    {
        await bench.RunAsync();
        for (var round = 0; round < 100; round++)
        {
            await bench.HappenAsync(Enumerable.Range(round * 5, 5).Select(number => bench.Now(number)));
            await bench.RunAsync(TimeSpan.FromSeconds(2));
        }

        await bench.RunAsync(Later);

        Assert.InRange(bench.Phone.Taken.Count, 2, 8);
        Assert.Equal(500, bench.Phone.Taken.Sum(static taken => taken.Text.Split('\n') is [.., var last] && last.StartsWith("and ", StringComparison.Ordinal)
            ? 20 + int.Parse(last.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) : taken.Text.Split('\n').Length));
    }

    [Fact]
    public async Task The_same_is_told_once_and_how_often_it_came_with_the_next_one()
    {
        await bench.RunAsync();
        for (var hour = 0; hour < 6; hour++)
        {
            await bench.HappenAsync(bench.Now(1));
            await bench.RunAsync(TimeSpan.FromMinutes(50));
        }

        Assert.Equal(["Film 1: it failed"], bench.Phone.Lines);
        bench.Clock.Advance(TimeSpan.FromMinutes(60));
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();

        Assert.Equal(["Film 1: it failed", "Film 1: it failed (came 5 more times before)"], bench.Phone.Lines);
    }

    /// <summary>An instance that fails, comes back and fails for good within hours: the last word must not stay untold.</summary>
    [Fact]
    public async Task What_was_held_back_and_does_not_come_again_is_told_when_its_time_is_over()
    {
        await bench.RunAsync();
        foreach (var name in (string[])["instance.silent", "instance.answers", "instance.silent"])
        {
            await bench.HappenAsync(New.Event(name, "instance:radarr", $"radarr: {name}", EventSeverity.Warning, bench.Clock.GetUtcNow()));
            await bench.RunAsync(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(["radarr: instance.silent", "radarr: instance.answers"], bench.Phone.Lines);
        await bench.RunAsync(TimeSpan.FromHours(6));
        await bench.HappenAsync(bench.Now(7, "file.renamed", EventSeverity.Information));
        await bench.RunAsync(TimeSpan.FromMinutes(11));

        Assert.Equal("radarr: instance.silent", bench.Phone.Lines.Last());
        Assert.Equal(3, bench.Phone.Lines.Count());
    }

    [Fact]
    public async Task A_tick_looks_for_what_was_held_back_where_nothing_else_happens()
    {
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync(TimeSpan.FromMinutes(1));
        bench.Clock.Advance(TimeSpan.FromHours(6));

        Assert.True(await bench.Notifier.IsDueAsync(Cancellation));
        await bench.RunAsync();
        Assert.Equal(["Film 1: it failed", "Film 1: it failed"], bench.Phone.Lines);
        Assert.False(await bench.Notifier.IsDueAsync(Cancellation));
    }

    /// <summary>Two hosts on one state, whose timers tick at the same second.</summary>
    [Fact]
    public async Task A_digest_is_told_where_another_process_reads_on_at_the_same_time()
    {
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1, "job.succeeded", EventSeverity.Information));
        await bench.RunAsync();
        bench.BeforeCommit = async () =>
        {
            bench.BeforeCommit = static () => Task.CompletedTask;
            var (cursor, etag) = (await bench.Store.CursorsAsync(Cancellation))["phone"];
            Assert.True(await bench.Store.TryMoveAsync("phone", cursor, etag, [], Cancellation));
        };

        Assert.Equal(1, await bench.Intake.CloseDigestsAsync(Cancellation));
        await bench.RunAsync();

        Assert.Equal("ArrFunctions: 1 event since the last digest", Assert.Single(bench.Phone.Taken).Title);
    }

    [Fact]
    public async Task Other_words_are_another_matter_and_without_a_time_everything_is_told()
    {
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(1), bench.Now(1) with { Message = "Film 1: another reason" });
        await bench.RunAsync();
        Assert.Equal(2, bench.Phone.Lines.Count());

        bench.Options = bench.Options with { RepeatAfter = TimeSpan.Zero };
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync(Later);
        Assert.Equal(3, bench.Phone.Lines.Count());
    }

    [Fact]
    public async Task A_digest_tells_counts_first_once_and_survives_a_restart()
    {
        await bench.RunAsync();
        await bench.HappenAsync(Enumerable.Range(1, 40).Select(number => bench.Now(number, "job.succeeded", EventSeverity.Information)));
        await bench.HappenAsync(New.Event("health.issue", "instance:radarr", "radarr: disk nearly full", EventSeverity.Warning, bench.Clock.GetUtcNow()));
        await bench.RunAsync();
        bench.Restart();
        Assert.Empty(bench.Phone.Taken);

        Assert.Equal("1 digests", await bench.Notifier.RunDigestAsync(Cancellation));
        Assert.Equal("0 digests", await bench.Notifier.RunDigestAsync(Cancellation));
        await bench.RunAsync(Later);

        var told = Assert.Single(bench.Phone.Taken);
        Assert.Equal("ArrFunctions: 41 events since the last digest", told.Title);
        Assert.Equal(["1 × Health issue", "40 × Job succeeded"], told.Text.Split('\n')[..2]);
        Assert.Contains("- Film 40: it failed", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Film 12:", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_hold_what_can_wait_over_a_restart()
    {
        bench.Options = bench.Options with { QuietHours = new(new(22, 0), new(7, 0), TimeZoneInfo.Utc) };
        await bench.RunAsync();
        bench.Clock.Advance(TimeSpan.FromHours(23));
        await bench.HappenAsync(bench.Now(1, "indexer.disabled", EventSeverity.Warning), bench.Now(2));
        await bench.RunAsync();
        Assert.Equal(["Film 2: it failed"], bench.Phone.Lines);

        bench.Restart();
        await bench.RunAsync(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Single(bench.Phone.Lines);
        await bench.RunAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["Film 2: it failed", "Film 1: it failed"], bench.Phone.Lines);
    }

    [Fact]
    public async Task A_target_that_is_configured_no_more_is_forgotten_with_all_that_waited()
    {
        await bench.RunAsync();
        bench.Phone.Refusal = new NotificationException("phone is down.");
        await bench.HappenAsync(bench.Now(1), bench.Now(2, "job.succeeded"));
        await bench.RunAsync();
        bench.Options = new();
        await bench.RunAsync(Later);

        Assert.DoesNotContain(
            await bench.Tables.ReadAllAsync(NotificationStore.Table, NotificationStore.Partition, RowKeyRange.All, Cancellation).ToListAsync(Cancellation),
            static row => !row.RowKey.StartsWith("o~", StringComparison.Ordinal));
        bench.Phone.Refusal = null;
        bench.Options = new() { Targets = [New.Target()] };
        await bench.RunAsync();
        await bench.RunAsync(Later);
        Assert.Empty(bench.Phone.Taken);
    }

    [Fact]
    public async Task What_is_imported_is_told_to_nobody()
    {
        await bench.RunAsync();
        await bench.HappenAsync(Enumerable.Range(1, 50).Select(number => bench.Now(number)));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.HappenAsync(New.Event("state.importEnded", "state", "The import ended", EventSeverity.Information, bench.Clock.GetUtcNow()));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.HappenAsync(bench.Now(100));
        await bench.RunAsync();

        Assert.Equal(["Film 100: it failed"], bench.Phone.Lines);
        Assert.False(StateTables.Moves(NotificationStore.Table));
    }

    [Fact]
    public async Task A_log_that_is_shorter_than_what_was_read_is_another_one()
    {
        await bench.RunAsync();
        var (cursor, etag) = (await bench.Store.CursorsAsync(Cancellation))["phone"];
        Assert.True(await bench.Store.TryMoveAsync("phone", cursor with { Seen = 5000 }, etag, [], Cancellation));
        bench.Restart();
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        await bench.HappenAsync(bench.Now(2));
        await bench.RunAsync();

        Assert.Equal(["Film 2: it failed"], bench.Phone.Lines);
    }

    [Fact]
    public async Task While_state_is_imported_nothing_is_read_or_sent()
    {
        await bench.RunAsync();
        await bench.Tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Insert("import", "{}")], Cancellation);
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        Assert.Empty(bench.Phone.Taken);

        await bench.Tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Delete("import")], Cancellation);
        await bench.RunAsync();
        Assert.Single(bench.Phone.Taken);
    }

    [Fact]
    public async Task A_tick_finds_something_to_do_only_where_there_is()
    {
        Assert.True(await bench.Notifier.IsDueAsync(Cancellation));
        await bench.RunAsync();
        Assert.False(await bench.Notifier.IsDueAsync(Cancellation));
        await bench.HappenAsync(bench.Now(1));
        Assert.True(await bench.Notifier.IsDueAsync(Cancellation));
        await bench.RunAsync();
        Assert.False(await bench.Notifier.IsDueAsync(Cancellation));
        bench.Options = new();
        Assert.True(await bench.Notifier.IsDueAsync(Cancellation));
        await bench.RunAsync();
        Assert.False(await bench.Notifier.IsDueAsync(Cancellation));
    }
}

using ArrFunctions.Demo.Servarr;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Search;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Library.Search;

/// <summary>Searches for upgrades, against fake applications over HTTP.</summary>
public sealed class LibrarySearchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_best_candidate_is_searched_for_and_it_is_told()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(3);

        var report = await bench.TickAsync();

        var command = Assert.Single(radarr.Commands);
        Assert.Equal(("MoviesSearch", 1), (command.Name, Assert.Single(command.Searched)));
        var entry = Assert.Single(await bench.LogAsync());
        Assert.Equal((SearchState.Sent, 1, "Demo 1 (2001)", "schedule:library-search"), (entry.State, entry.CommandId, entry.Name, entry.Actor));
        Assert.Equal(["Demo A"], entry.Indexers);
        Assert.Equal("radarr: Demo 1 (2001) searched for", report.InWords());
        var told = Assert.Single(await bench.EventsAsync());
        Assert.Equal(("library.searched", "instance:radarr", $"radarr searches for Demo 1 (2001): an upgrade could bring {entry.Gain} points"), (told.Name, told.Subject, told.Message));
    }

    [Fact]
    public async Task A_week_keeps_to_the_budget_and_to_the_cool_down()
    {
        await using var bench = new SearchBench(new() { Enabled = true, DryRun = false, Priority = CandidatePriority.Low, PerDay = 3, CoolDown = TimeSpan.FromDays(4) });
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(8);

        await bench.LiveAsync(TimeSpan.FromDays(6.5) - TimeSpan.FromMinutes(30));

        var log = await bench.LogAsync();
        Assert.Equal([3, 3, 2, 0, 3, 3, 2], Enumerable.Range(0, 7).Select(day => log.Count(entry => entry.Time.UtcDateTime.Date == New.Now.UtcDateTime.Date.AddDays(day))));
        Assert.Equal(log.Select(entry => entry.Item.TitleId), radarr.Commands.Select(command => Assert.Single(command.Searched)));
    }

    [Fact]
    public async Task Two_instances_take_turns_and_share_the_budget_of_an_indexer()
    {
        await using var bench = new SearchBench(new() { Enabled = true, DryRun = false, Priority = CandidatePriority.Low, PerIndexer = 5 });
        var (radarr, other) = (await bench.RadarrAsync(), await bench.RadarrAsync("radarr4k"));
        await bench.ExportMoviesAsync(9);
        await bench.ExportMoviesAsync(9, "radarr4k");

        await bench.LiveAsync(TimeSpan.FromHours(6));

        Assert.Equal((3, 2), (radarr.Commands.Count, other.Commands.Count));
        var times = (await bench.LogAsync()).Concat(await bench.LogAsync("radarr4k")).Select(entry => entry.Time).Order().ToList();
        Assert.Equal(5, times.Distinct().Count());
    }

    [Fact]
    public async Task A_dry_run_asks_for_nothing_and_its_notes_count_for_nothing()
    {
        await using var bench = new SearchBench(new() { Enabled = true, Priority = CandidatePriority.Low, PerDay = 3 });
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(5);

        await bench.LiveAsync(TimeSpan.FromHours(6));

        Assert.Empty(radarr.Commands);
        Assert.Equal(["Demo 1 (2001)", "Demo 2 (2002)", "Demo 3 (2003)"], (await bench.LogAsync()).Select(entry => entry.Name));
        Assert.All(await bench.LogAsync(), entry => Assert.Equal(SearchState.Planned, entry.State));
        Assert.Empty(await bench.EventsAsync());
        var report = await bench.Get<LibrarySearch>().RunAsync(instance: null, SearchMode.Search, limit: 1, "test", Cancellation);
        Assert.Equal("Demo 1 (2001)", Assert.Single(report.Instances).Searched!.Name);
        Assert.Equal(1, Assert.Single(Assert.Single(radarr.Commands).Searched));
    }

    [Fact]
    public async Task A_question_tells_what_comes_next_and_writes_nothing()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(5);

        var plan = Assert.Single((await bench.Get<LibrarySearch>().RunAsync(instance: null, SearchMode.Question, limit: 2, "test", Cancellation)).Instances);

        Assert.Equal(["Demo 1 (2001)", "Demo 2 (2002)"], plan.Next.Select(next => next.Name));
        Assert.Equal((LeftOutReason.Later, 3), (Assert.Single(plan.LeftOut).Reason, plan.LeftOut[0].Count));
        Assert.Empty(await bench.LogAsync());
        Assert.Empty(radarr.Commands);
    }

    [Fact]
    public async Task Nothing_is_searched_for_while_no_indexer_works()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(3);
        radarr.Switch(radarr.Indexers[0], isOn: false);
        Assert.Equal("radarr: nothing, no indexer that radarr searches works", (await bench.TickAsync()).InWords());

        radarr.Disturbance = Disturbance.Failing;
        await bench.RestartAsync();
        Assert.Equal("radarr: nothing, radarr does not tell of its indexers", (await bench.TickAsync()).InWords());

        Assert.Empty(radarr.Commands);
        Assert.Empty(await bench.LogAsync());
    }

    [Fact]
    public async Task Before_the_first_export_and_for_a_movie_in_cinemas_nothing_is_searched_for()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        Assert.Equal("radarr: nothing, its library was not exported yet", (await bench.TickAsync()).InWords());

        await bench.ExportMoviesAsync(1, status: "inCinemas");
        Assert.Equal("radarr: no candidate is left to search for", (await bench.TickAsync()).InWords());
        Assert.Empty(radarr.Commands);
    }

    [Fact]
    public async Task Of_a_file_those_episodes_are_searched_for_that_are_watched()
    {
        await using var bench = new SearchBench();
        var sonarr = await bench.SonarrAsync();
        await bench.ExportEpisodesAsync(new(11, 1, 1), new(12, 1, 2, IsMonitored: false), new(13, 1, 3));

        await bench.TickAsync();

        var command = Assert.Single(sonarr.Commands);
        Assert.Equal("EpisodeSearch", command.Name);
        Assert.Equal([11, 13], command.Searched);
        Assert.Equal(2, Assert.Single(await bench.LogAsync("sonarr")).Queries);
    }

    [Fact]
    public async Task An_item_with_two_rows_after_a_cut_off_is_searched_for_once()
    {
        await using var bench = new SearchBench();
        var sonarr = await bench.SonarrAsync();
        await bench.ExportEpisodesAsync(new(11, 1, 1), new(12, 1, 2));
        await bench.LeaveAsync(new(11, 2, 1), new(12, 2, 2));

        await bench.LiveAsync(TimeSpan.FromDays(2));

        Assert.Equal([11, 12], Assert.Single(sonarr.Commands).Searched);
    }

    [Theory]
    [InlineData(Disturbance.RefusesKey, true)]
    [InlineData(Disturbance.Starting, true)]
    [InlineData(Disturbance.Failing, false)]
    [InlineData(Disturbance.CutOff, false)]
    public async Task What_was_refused_is_free_after_a_day_and_what_nobody_knows_counts_as_searched(Disturbance disturbance, bool isRefused)
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(1);
        radarr.Disturbances.Set("command", disturbance);

        await bench.TickAsync();
        var entry = Assert.Single(await bench.LogAsync());
        Assert.Equal(isRefused ? SearchState.Refused : SearchState.Begun, entry.State);
        Assert.NotNull(entry.Reason);
        Assert.Equal("library.searchFailed", Assert.Single(await bench.EventsAsync()).Name);

        radarr.Disturbances.Clear();
        var before = radarr.Commands.Count;
        await bench.RestartAsync();
        await bench.LiveAsync(TimeSpan.FromHours(26));
        Assert.Equal(isRefused ? 1 : 0, radarr.Commands.Count - before);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public async Task After_a_kill_behind_the_note_the_item_counts_as_searched(int at, bool isMade)
    {
        var cut = new CutOff(at, isMade, staysDown: true);
        await using var bench = new SearchBench(through: tables => new CutOffTables(tables, cut));
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(1);

        await Assert.ThrowsAsync<StoreException>(bench.TickAsync);
        Assert.Equal(isMade ? 0 : 1, radarr.Commands.Count);
        cut.Restart();
        await bench.RestartAsync();
        await bench.LiveAsync(TimeSpan.FromDays(3));

        Assert.Equal(isMade ? 0 : 1, radarr.Commands.Count);
        Assert.Equal(SearchState.Begun, Assert.Single(await bench.LogAsync()).State);
    }

    [Fact]
    public async Task Of_two_hosts_at_once_one_searches()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(3);
        await using var first = bench.NewProcess();
        await using var second = bench.NewProcess();

        // Both have read the same guard; the first writes before the second does.
        var (firstScene, secondScene) = (await SceneAsync(first), await SceneAsync(second));
        Assert.Equal(firstScene.ETag, secondScene.ETag);
        var entry = New.Entry(bench.Clock.Now, id: 1);
        Assert.True(await first.GetRequiredService<SearchStore>().TryBeginAsync(entry, new(entry.Time), firstScene.ETag, Cancellation));
        Assert.False(await second.GetRequiredService<SearchStore>().TryBeginAsync(entry with { Item = new(2) }, new(entry.Time), secondScene.ETag, Cancellation));

        bench.Clock.Now += TimeSpan.FromHours(1);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(place => Task.Run(() => (place % 2 == 0 ? first : second).GetRequiredService<LibrarySearch>().RunAsync(Cancellation), Cancellation)));
        Assert.Equal(2, Assert.Single(Assert.Single(radarr.Commands).Searched));
    }

    [Fact]
    public async Task After_a_restart_the_log_still_counts()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(1);
        await bench.TickAsync();

        await bench.RestartAsync();
        await bench.LiveAsync(TimeSpan.FromDays(2));

        Assert.Single(radarr.Commands);
    }

    [Fact]
    public async Task When_the_clock_was_set_back_a_pause_passes_and_the_search_goes_on()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(3);
        await bench.TickAsync();
        bench.Clock.Now -= TimeSpan.FromDays(2000);

        Assert.StartsWith("radarr: nothing, the last search is not 10 minutes ago", (await bench.TickAsync()).InWords(), StringComparison.Ordinal);
        Assert.Single(radarr.Commands);
        bench.Clock.Now += TimeSpan.FromMinutes(10);
        await bench.TickAsync();
        Assert.Equal(2, radarr.Commands.Count);
    }

    [Fact]
    public async Task What_came_of_searches_is_read_from_the_history()
    {
        await using var bench = new SearchBench();
        var radarr = await bench.RadarrAsync();
        await bench.ExportMoviesAsync(2);
        await bench.LiveAsync(TimeSpan.FromHours(1));
        bench.Clock.Now += TimeSpan.FromDays(2);
        await bench.UpgradeAsync(movie: 1, points: 1500);
        await bench.LiveAsync(TimeSpan.FromDays(2));
        Assert.Equal(["upgraded by +1,500", "searched for"], (await bench.LogAsync()).Select(entry => entry.InWords()));

        // An upgrade so late is none of the search.
        await bench.UpgradeAsync(movie: 2, points: 300);
        await bench.CollectAsync();
        var before = radarr.Requests.All.Count(request => request.Path.Contains("history", StringComparison.Ordinal));
        await bench.TickAsync();

        Assert.Equal(["upgraded by +1,500", "nothing better found"], (await bench.LogAsync()).Select(entry => entry.InWords()));
        Assert.Equal(before, radarr.Requests.All.Count(request => request.Path.Contains("history", StringComparison.Ordinal)));
        Assert.Equal(2, radarr.Commands.Count);
    }

    private static async Task<(SearchScene Scene, string? ETag)> SceneAsync(ServiceProvider process) =>
        await process.GetRequiredService<SearchScenes>().OfAsync("radarr", withPlanned: false, Cancellation);
}

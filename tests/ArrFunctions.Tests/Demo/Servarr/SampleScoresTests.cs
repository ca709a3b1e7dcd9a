using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>Libraries of any size.</summary>
public sealed class SampleScoresTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_of_the_movies_on_the_scale_of_the_guides_are_above_nothing_and_the_mean_is_far_below()
    {
        var scores = await ScoresAsync(ScoreScale.Trash);
        Assert.InRange(scores.Average(), -4_500, -3_500);
        Assert.InRange(scores.Count(score => score > 0) / (double)scores.Count, 0.46, 0.54);
        Assert.True(scores.Max() >= 6_000 && scores.Min() <= -9_000 && scores.Contains(0));
    }

    [Fact]
    public async Task Most_movies_of_an_ordinary_library_are_above_nothing()
    {
        var scores = await ScoresAsync(ScoreScale.Ordinary);
        Assert.InRange(scores.Average(), 10, 100);
        Assert.All(scores, score => Assert.InRange(score, -100, 400));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_library()
    {
        Assert.Equal(await SizesAsync(1), await SizesAsync(1));
        Assert.NotEqual(await SizesAsync(1), await SizesAsync(2));

        static async Task<IReadOnlyList<(string Path, long Size, int Profile)>> SizesAsync(int seed)
        {
            await using var sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
            SampleScores.Fill(sonarr, 5, 200, seed: seed);
            return [.. sonarr.Files.Select(file => (file.Path, file.Size, sonarr.Series.Find(file.SubjectId)!.ProfileId))];
        }
    }

    [Fact]
    public async Task A_library_has_of_everything_a_few()
    {
        await using var sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
        SampleScores.Fill(sonarr, 20, 2_000);

        Assert.Equal((20, 2_000), (sonarr.Series.All.Count, sonarr.Episodes.All.Count));
        Assert.Contains(sonarr.Episodes.All, episode => episode.SeasonNumber == 0);
        Assert.Contains(sonarr.Files, file => file.Episodes.Count == 2);
        Assert.Contains(sonarr.Files, file => file.Import.Media is null);
        Assert.Contains(sonarr.Files, file => file.Import.Media?.DynamicRangeType == "DV HDR10");
        Assert.Contains(sonarr.Series.All, series => !series.Monitored);
        Assert.InRange(sonarr.Files.Sum(file => file.Episodes.Count), 1_850, 1_999);
    }

    [Fact]
    public async Task Every_file_is_told_with_its_series()
    {
        await using var sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
        SampleScores.Fill(sonarr, 30, 3_000);
        using var reader = new ServarrReader(sonarr);
        var files = 0;
        foreach (var series in (await reader.GetAsync("series")).EnumerateArray())
        {
            files += (await reader.GetAsync($"episodefile?seriesId={series.GetProperty("id").GetInt32()}")).GetArrayLength();
        }

        Assert.Equal(sonarr.Files.Count, files);
    }

    private static async Task<List<int>> ScoresAsync(ScoreScale scale)
    {
        await using var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        SampleScores.Fill(radarr, 3_000, scale);
        using var reader = new ServarrReader(radarr);
        List<int> scores = [];
        foreach (var ids in radarr.Movies.All.Select(movie => $"movieId={movie.Id}").Chunk(150))
        {
            scores.AddRange((await reader.GetAsync($"moviefile?{string.Join('&', ids)}")).EnumerateArray().Select(Score));
        }

        return scores;

        static int Score(JsonElement file) => file.GetProperty("customFormatScore").GetInt32();
    }
}

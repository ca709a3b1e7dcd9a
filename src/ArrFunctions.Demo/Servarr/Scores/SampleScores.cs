namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>Fills fake applications with made-up libraries of any size, whose files are on no disk. The same seed gives the same library.</summary>
public static class SampleScores
{
    private const int Season = 10;

    /// <summary>One movie in twenty has no file, one in ten is not monitored; four of twenty make a collection.</summary>
    public static void Fill(FakeRadarr radarr, int movies, ScoreScale scale = ScoreScale.Trash, int seed = 1)
    {
        var random = new Random(seed);
        var catalogue = SampleCatalogue.AddTo(radarr, scale);
        var release = new SampleRelease(catalogue, radarr.App, random);
        for (var index = 0; index < movies; index++)
        {
            var (title, genres, minutes, place) = (SampleTitles.Of(index), SampleTitles.GenresOf(random), random.Next(80, 180), index);
            var movie = radarr.AddMovie(title, SampleTitles.YearOf(random), ServarrLanguage.English, one => one with
            {
                ProfileId = ProfileOf(catalogue, random),
                Monitored = random.Next(10) > 0,
                Genres = genres,
                Collection = place % 20 < 4 ? new($"{SampleTitles.Of(place - (place % 20))} Collection", 1 + (place / 20)) : null,
                Runtime = minutes,
            });
            if (random.Next(20) > 0)
            {
                radarr.Add(movie, release.Import(minutes, quality => $"{movie.Folder} [{quality}].mkv"));
            }
        }
    }

    /// <summary>Seasons of ten; every eighth series has specials; a few files hold two episodes, a few episodes have none.</summary>
    /// <param name="episodes">Of all series together.</param>
    public static void Fill(FakeSonarr sonarr, int series, int episodes, ScoreScale scale = ScoreScale.Trash, int seed = 1)
    {
        var random = new Random(seed);
        var catalogue = SampleCatalogue.AddTo(sonarr, scale);
        var release = new SampleRelease(catalogue, sonarr.App, random);
        var weights = Enumerable.Range(0, series).Select(_ => 0.25 + random.NextDouble()).ToList();
        var (sum, passed, given) = (weights.Sum(), 0.0, 0);
        for (var index = 0; index < series; index++)
        {
            passed += weights[index];
            var until = index == series - 1 ? episodes : (int)(episodes * passed / sum);
            AddSeries(sonarr, release, random, SampleTitles.Of(index), ProfileOf(catalogue, random), until - given, hasSpecials: index % 8 == 0);
            given = until;
        }
    }

    private static int ProfileOf(SampleCatalogue catalogue, Random random) =>
        catalogue.Profiles[random.Next(10) switch { < 5 => 0, < 7 => 1, < 9 => 2, _ => 3 }].Id;

    private static void AddSeries(FakeSonarr sonarr, SampleRelease release, Random random, string title, int profile, int count, bool hasSpecials)
    {
        var isEnded = random.Next(2) == 0;
        var minutes = random.Next(2) == 0 ? 25 : 50;
        var series = sonarr.AddSeries(title, SampleTitles.YearOf(random), ServarrLanguage.English, one => one with
        {
            ProfileId = profile,
            Monitored = random.Next(10) > 0,
            Genres = SampleTitles.GenresOf(random),
            Network = $"Network {random.Next(12)}",
            Status = isEnded ? "ended" : "continuing",
            Runtime = minutes,
        });
        var specials = hasSpecials ? Math.Min(2, count) : 0;
        var added = new List<Episode>(count);
        for (var index = 0; index < count; index++)
        {
            var (season, number) = index < specials ? (0, index + 1) : (1 + ((index - specials) / Season), 1 + ((index - specials) % Season));
            var isMonitored = random.Next(20) > 0;
            added.Add(sonarr.AddEpisode(series, season, number, $"Chapter {index + 1}", one => one with { Monitored = isMonitored }));
        }

        AddFiles(sonarr, release, random, series, added);
    }

    private static void AddFiles(FakeSonarr sonarr, SampleRelease release, Random random, Series series, List<Episode> episodes)
    {
        for (var index = 0; index < episodes.Count; index++)
        {
            var first = episodes[index];
            if (random.Next(33) == 0)
            {
                continue;
            }

            List<Episode> held = [first];
            if (index + 1 < episodes.Count && episodes[index + 1].SeasonNumber == first.SeasonNumber && random.Next(50) == 0)
            {
                held.Add(episodes[++index]);
            }

            var name = string.Concat(held.Select((episode, place) => $"{(place > 0 ? "-" : "")}E{episode.EpisodeNumber:00}"));
            sonarr.Add(held, release.Import(series.Runtime * held.Count, quality =>
                $"Season {first.SeasonNumber:00}/{series.Title} - S{first.SeasonNumber:00}{name} - {first.Title} [{quality}].mkv"));
        }
    }
}

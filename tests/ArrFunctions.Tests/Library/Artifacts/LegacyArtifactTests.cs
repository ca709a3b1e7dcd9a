using ArrFunctions.Library;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Artifacts;

public sealed class LegacyArtifactTests
{
    [Fact]
    public async Task Scores_of_movies_have_the_columns_they_always_had()
    {
        var text = await Sample.TextAsync("legacy-scores.csv", Sample.Content(ServarrService.Radarr, new LibraryRow(Sample.Film(), Sample.File())));

        Assert.Equal(
            "Title,Year,File,Total_Score,Quality_Profile,Quality,Resolution,Codec,Size_GB,IMDB_ID,TMDB_ID,Custom_Formats,Recorded_At\r\n"
            + "Heat,1995,Heat (1995)/Heat.mkv,950,HDR,Bluray-1080p,1920x800,x265,10.00,tt0113277,949,HDR (+1000); x265 (HD) (-50),2026-11-21 12:00:00\r\n",
            text);
    }

    [Fact]
    public async Task Scores_of_episodes_have_the_columns_they_always_had_and_a_row_for_each_episode()
    {
        var row = new LibraryRow(Sample.Series(), Sample.File("S01/a.mkv", 0, Sample.Episode(1, "Secrets"), Sample.Episode(2, "Lies")));

        var text = await Sample.TextAsync("legacy-scores.csv", Sample.Content(ServarrService.Sonarr, row));

        const string file = "S01/a.mkv,0,HDR,Bluray-1080p,1920x800,x265,10.00,Netflix";
        const string end = "334824,HDR (+1000); x265 (HD) (-50),2026-11-21 12:00:00";
        Assert.Equal(
            "Series_Title,Episode,Episode_Title,File,Total_Score,Quality_Profile,Quality,Resolution,Codec,Size_GB,Network,Air_Date,TVDB_ID,Custom_Formats,Recorded_At\r\n"
            + $"Dark,S01E01,Secrets,{file},2017-12-01,{end}\r\n"
            + $"Dark,S01E02,Lies,{file},2017-12-02,{end}\r\n",
            text);
    }

    [Fact]
    public async Task Movies_of_the_simple_one_are_sorted_by_score_and_title()
    {
        LibraryRow[] rows =
        [
            new(Sample.Film("Zodiac"), Sample.File("z", 10)), new(Sample.Film("Alien"), Sample.File("a", -5)), new(Sample.Film("Heat"), Sample.File("h", 300)),
            new(Sample.Film("Brazil"), Sample.File("b", 10)), new(Sample.Film("Alien"), Sample.File("a2", -5)),
        ];

        var text = await Sample.TextAsync("legacy-simple.csv", Sample.Content(ServarrService.Radarr, rows));

        Assert.Equal(
            "Title,File,Score,Quality Profile\r\nHeat,h,300,HDR\r\nBrazil,b,10,HDR\r\nZodiac,z,10,HDR\r\nAlien,a,-5,HDR\r\nAlien,a2,-5,HDR\r\n", text);
    }

    [Fact]
    public async Task Episodes_of_the_simple_one_are_sorted_by_series_and_number()
    {
        LibraryRow[] rows =
        [
            new(Sample.Series("Lost", 1), Sample.File("l2", 5, Sample.Episode(3, season: 2))), new(Sample.Series("Lost", 1), Sample.File("l1", 1, Sample.Episode(12, "Numbers"))),
            new(Sample.Series("Dark", 2), Sample.File("d", 9, Sample.Episode(2), Sample.Episode(1))),
        ];

        var text = await Sample.TextAsync("legacy-simple.csv", Sample.Content(ServarrService.Sonarr, rows));

        Assert.Equal(
            "Series Title,Episode,Episode Title,File,Score,Quality Profile\r\n"
            + "Dark,S01E01,,d,9,HDR\r\nDark,S01E02,,d,9,HDR\r\nLost,S01E12,Numbers,l1,1,HDR\r\nLost,S02E03,,l2,5,HDR\r\n",
            text);
    }

    [Fact]
    public async Task An_empty_library_is_a_header() => Assert.Equal(
        "Title,File,Score,Quality Profile\r\n", await Sample.TextAsync("legacy-simple.csv", Sample.Content(ServarrService.Radarr)));
}

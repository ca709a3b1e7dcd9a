using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>Names that only tell with their folders.</summary>
public sealed class ReleaseNameFolderTests
{
    [Theory]
    [InlineData("/tv/Show Name (2019)/Season 01/05.mkv", "Series Show Name|2019|s1|e5")]
    [InlineData("/tv/Show Name (2019)/Season 01/05 - Pilot.mkv", "Series Show Name|2019|s1|e5")]
    [InlineData("/tv/Show Name (2019)/Season 01/105.mkv", "Series Show Name|2019|s1|e5")]
    [InlineData("/tv/Show Name/Season 01/S01E05.mkv", "Series Show Name|s1|e5")]
    [InlineData("/tv/Show Name/S01E05 - Title.mkv", "Series Show Name|s1|e5")]
    [InlineData("/tv/Show Name/1x05.mkv", "Series Show Name|s1|e5")]
    [InlineData("/tv/Show Name/Season 2/Episode 5.mkv", "Series Show Name|s2|e5")]
    [InlineData("/tv/Show Name/Season 2/E05.mkv", "Series Show Name|s2|e5")]
    [InlineData("/tv/Show Name/Staffel 2/E05-E06.mkv", "Series Show Name|s2|e5,6")]
    [InlineData("/tv/Show Name/Specials/05.mkv", "Series Show Name|s0|e5")]
    [InlineData("/tv/Show Name/Season 1/Pilot.mkv", "Series Show Name|s1")]
    [InlineData("/tv/Show Name (2019)/Season 1/Show Name - S01E05 - Title.mkv", "Series Show Name|2019|s1|e5")]
    [InlineData("/tv/Other (2019)/Season 1/Show Name - S01E05 - Title.mkv", "Series Show Name|s1|e5")]
    [InlineData("/tv/24/Season 1/24 - S01E05.mkv", "Series 24|s1|e5")]
    [InlineData("/tv/Show.Name.S02.1080p.WEB-GROUP/05.mkv", "Series Show Name|s2|e5")]
    [InlineData("/tv/Show.Name.S02.1080p.WEB-GROUP/group-show.name.s02e05.mkv", "Series show name|s2|e5")]
    [InlineData("/tv/Show.Name.S02E05.1080p.WEB-GROUP/d41d8cd98f00b204e9800998ecf8427e.mkv", "Series Show Name|s2|e5")]
    [InlineData("/tv/Show Name/2024-03-15.mkv", "Series Show Name|d2024-03-15")]
    [InlineData("/anime/Anime Title/05.mkv", "Series Anime Title|a5")]
    [InlineData("/anime/Anime Title/05 - Name.mkv", "Series Anime Title|a5")]
    [InlineData("/anime/[Group] Anime Title [1080p]/E05.mkv", "Series Anime Title|a5")]
    [InlineData(@"C:\TV\Show Name (2019)\Season 01\05.mkv", "Series Show Name|2019|s1|e5")]
    [InlineData("/movies/Movie Name (2017)/xyz.mkv", "Movie Movie Name|2017")]
    [InlineData("/movies/Movie Name (2017)/Movie Name.mkv", "Movie Movie Name|2017")]
    [InlineData("/movies/Movie Name (2017)/Movie Name 1080p.mkv", "Movie Movie Name|2017")]
    [InlineData("/movies/Movie.Name.2017.1080p.BluRay-GROUP/grp-mn.1080p.mkv", "Movie Movie Name|2017")]
    [InlineData("/movies/Movie.Name.2017.1080p.BluRay-GROUP/d41d8cd98f00b204e9800998ecf8427e.mkv", "Movie Movie Name|2017")]
    [InlineData("/movies/Movie Name (2017)/BDMV/STREAM/00001.m2ts", "Movie Movie Name|2017")]
    [InlineData("/movies/Movie Name/d41d8cd98f00b204e9800998ecf8427e.mkv", "Unknown Movie Name")]
    [InlineData("/movies/300 (2006)/300.mkv", "Movie 300|2006")]
    [InlineData("/movies/1408 (2007)/1408.mkv", "Movie 1408|2007")]
    [InlineData("/movies/Movies 2019/Inception.mkv", "Unknown Inception")]
    [InlineData("/media/films/Inception.mkv", "Unknown Inception")]
    [InlineData("/movies/Series of Films (2001-2010)/Other Film (2004).mkv", "Movie Other Film|2004")]
    [InlineData("/movies/Movie Name (2017) {imdb-tt1}/Movie Name (2017) - 4K.mkv", "Movie Movie Name|2017")]
    public void The_folders_help(string path, string expected) => Assert.Equal(expected, ReleaseNameText.Of(ReleaseNameParser.Parse(path)));
}

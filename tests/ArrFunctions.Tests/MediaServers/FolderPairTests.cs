using ArrFunctions.MediaServers;

namespace ArrFunctions.Tests.MediaServers;

public sealed class FolderPairTests
{
    [Theory]
    [InlineData("/data/tv/Show/a.mkv", "/media/tv/Show/a.mkv")]
    [InlineData("/data/tv", "/media/tv")]
    [InlineData("/data/tv4k/Show/a.mkv", "/data/tv4k/Show/a.mkv")]
    [InlineData("/data/tv/anime/Show/a.mkv", @"D:\Anime\Show\a.mkv")]
    [InlineData("/nas/Show/a.mkv", @"\\nas\tv\Show\a.mkv")]
    [InlineData("/whole/Show/a.mkv", "/Show/a.mkv")]
    [InlineData("/elsewhere/a.mkv", "/elsewhere/a.mkv")]
    public void The_pair_with_the_deepest_folder_says_where_a_file_lies(string local, string theirs)
    {
        FolderPair[] pairs = [new("/data/tv/", "/media/tv/"), new("/data/tv/anime", "D:/Anime"), new("/nas", @"\\nas\tv"), new("/whole", "/")];

        Assert.Equal(theirs, FolderPair.Map(pairs, local));
    }

    [Theory]
    [InlineData("/data/tv=/media/tv", "/data/tv", "/media/tv")]
    [InlineData("/data/tv = /media/tv", "/data/tv", "/media/tv")]
    [InlineData("/data/a=b=/media/x", "/data/a=b", "/media/x")]
    [InlineData(@"/data/tv=D:\TV", "/data/tv", @"D:\TV")]
    public void A_pair_is_read_whatever_its_folders_are_called(string text, string local, string theirs) =>
        Assert.Equal(new(local, theirs), FolderPair.Read(text));

    [Theory]
    [InlineData("/data/tv")]
    [InlineData("data=/media")]
    [InlineData("/data=media")]
    [InlineData("/data:/media")]
    [InlineData("=")]
    public void What_is_no_pair_is_refused(string text) => Assert.Null(FolderPair.Read(text));
}

using ArrFunctions.Servarr;
using ArrFunctions.Setup;

namespace ArrFunctions.Tests.Setup;

public sealed class MappingProposalTests
{
    [Theory]
    [InlineData("/tv", "/tv/Dark", "/data/media/tv/Dark", "/data/media/tv")]
    [InlineData("/tv", "/tv/D/Dark", "/data/media/tv/D/Dark", "/data/media/tv")]
    [InlineData("/tv", "/tv/D/Dark", "/data/media/tv/Dark", null)]
    [InlineData("/tv", "/movies/Dark", "/data/media/movies/Dark", null)]
    [InlineData(@"D:\TV", @"D:\tv\Dark", "/data/media/tv/Dark", "/data/media/tv")]
    [InlineData(@"\\nas\tv", @"\\nas\tv\DARK", "/data/media/tv/Dark", "/data/media/tv")]
    [InlineData("/tv", "/tv/Dark", "/Dark", null)]
    [InlineData("/tv", "/tv", "/data/tv", null)]
    public void The_folder_that_holds_a_title_as_the_root_folder_does_is_proposed(string root, string title, string found, string? proposed) =>
        Assert.Equal(proposed, MappingProposal.FolderFor(root, [title], [found]));

    [Fact]
    public void The_one_that_holds_most_titles_is_proposed() => Assert.Equal(
        "/data/series",
        MappingProposal.FolderFor("/tv", ["/tv/Dark", "/tv/Lost", "/tv/Fargo"], ["/data/downloads/Dark", "/data/series/Lost", "/data/series/Fargo", "/data/series/Dark"]));

    [Fact]
    public void A_mapping_comes_after_those_there_are_or_replaces_the_one_of_its_folder()
    {
        PathMapping[] existing = [new("/movies", "/data/movies", Instance: null), new("/tv/", "/wrong", Instance: null)];

        Assert.Equal(
            ["Servarr__PathMappings__3__From=/anime", "Servarr__PathMappings__3__To=/data/anime", "Servarr__PathMappings__3__Instance=anime"],
            MappingProposal.Lines(existing, 1, "/anime", "/data/anime", "anime"));
        Assert.Equal(
            ["Servarr__PathMappings__1__From=/tv", "Servarr__PathMappings__1__To=/data/tv"], MappingProposal.Lines(existing, 1, "/tv", "/data/tv", instance: null));
    }
}

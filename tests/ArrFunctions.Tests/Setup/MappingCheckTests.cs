using ArrFunctions.Servarr;
using ArrFunctions.Setup;

namespace ArrFunctions.Tests.Setup;

public sealed class MappingCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paths_that_are_the_same_here_are_right()
    {
        await using var bench = await SetupBench.StartAsync();
        var film = await bench.FilmAsync("Harbour of Tin");

        var report = await bench.CheckAsync();

        Assert.True(report.IsRight);
        Assert.Equal([("right", $"{bench.Media}/films"), ("right", film.LocalPath)], report.Findings.Select(finding => (finding.Code, finding.Path!)));
        Assert.Empty(report.Proposals);
        Assert.Equal("a film", await File.ReadAllTextAsync(film.LocalPath, Cancellation));
    }

    [Theory]
    [InlineData("/movies", "missing", "there is no folder /movies here, and no path mapping says where it lies")]
    [InlineData(@"D:\Movies", "notMapped", @"no path mapping for 'D:\Movies'")]
    public async Task Where_the_folders_lie_elsewhere_the_mapping_is_proposed(string rootFolder, string code, string sentence)
    {
        await using var bench = await SetupBench.StartAsync(rootFolder);
        await bench.FilmAsync("Harbour of Tin");

        var report = await bench.CheckAsync();

        Assert.False(report.IsRight);
        Assert.Equal([code, code], report.Findings.Select(finding => finding.Code));
        Assert.Contains(sentence, report.Findings[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(
            [$"Servarr__PathMappings__0__From={rootFolder}", $"Servarr__PathMappings__0__To={bench.Media}/films", "Servarr__PathMappings__0__Instance=films"],
            report.Proposals);
    }

    [Fact]
    public async Task A_mapping_makes_it_right_and_a_wrong_one_is_replaced()
    {
        await using var wrong = await SetupBench.StartAsync("/movies", [new("/tv", "/data/tv", Instance: null), new("/movies", "/data/nothing", Instance: null)]);
        await wrong.FilmAsync("Harbour of Tin");
        var report = await wrong.CheckAsync();
        Assert.Contains("there is no folder /data/nothing here, where the path mappings put /movies", report.Findings[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("Servarr__PathMappings__1__From=/movies", report.Proposals[0]);

        await using var right = await SetupBench.StartAsync("/movies", [new("/movies", $"{wrong.Media}/films", Instance: null)]);
        Assert.Equal("outsideRoots", (await right.CheckAsync()).Findings[0].Code);
    }

    [Fact]
    public async Task A_folder_of_the_same_name_that_does_not_hold_the_file_is_told()
    {
        await using var bench = await SetupBench.StartAsync();
        var film = await bench.FilmAsync("Harbour of Tin");
        Directory.Move(Path.GetDirectoryName(film.LocalPath)!, Directory.CreateDirectory($"{bench.Media}/moved").FullName + "/Harbour of Tin (2019)");

        var report = await bench.CheckAsync();

        Assert.Equal(["right", "missing"], report.Findings.Select(finding => finding.Code));
        Assert.Contains($"Servarr__PathMappings__0__To={bench.Media}/moved", report.Proposals);
    }

    [Fact]
    public async Task A_file_of_another_size_is_told_with_both()
    {
        await using var bench = await SetupBench.StartAsync();
        var film = await bench.FilmAsync("Harbour of Tin");
        await File.WriteAllTextAsync(film.LocalPath, "another film", Cancellation);

        var finding = (await bench.CheckAsync()).Findings[1];

        Assert.Equal("otherSize", finding.Code);
        Assert.Contains("has 12 bytes here and 6 for films", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_roots_the_setting_is_told_and_the_file_is_looked_at_all_the_same()
    {
        await using var bench = await SetupBench.StartAsync(hasRoots: false);
        await bench.FilmAsync("Harbour of Tin");

        var report = await bench.CheckAsync();

        Assert.Equal(["noRoots", "right"], report.Findings.Select(finding => finding.Code));
        Assert.Contains($"Set Audio__Roots={bench.Media}/films", report.Findings[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_from_the_instance_is_not_looked_for()
    {
        await using var bench = await SetupBench.StartAsync();
        var film = await bench.FilmAsync("Harbour of Tin");
        await bench.Radarr.DeleteAsync(film, Cancellation);

        var report = await bench.CheckAsync();

        Assert.Equal([MappingCode.Right, MappingCode.NothingToCheck], report.Findings.Select(finding => finding.Code));
        Assert.True(report.IsRight);
    }

    [Fact]
    public async Task One_that_cannot_be_asked_says_so_beside_the_others()
    {
        await using var bench = await SetupBench.StartAsync(with: instance => instance.Service is ServarrService.Sonarr ? instance with { Url = new("http://127.0.0.1:1") } : instance);

        Assert.Equal(["right", "nothingToCheck"], (await bench.CheckAsync()).Findings.Select(finding => finding.Code));
        var report = await bench.CheckAsync("series");
        Assert.Equal((false, "notAsked"), (report.IsRight, Assert.Single(report.Findings).Code));
        Assert.Equal("Prowlarr has no files", Assert.Single((await bench.CheckAsync("prowlarr")).Findings).Sentence);
    }
}

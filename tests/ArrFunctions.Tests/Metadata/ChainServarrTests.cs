using ArrFunctions.Metadata;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Metadata.Tmdb;

namespace ArrFunctions.Tests.Metadata;

/// <summary>The step of the chain that asks Sonarr and Radarr.</summary>
public sealed class ChainServarrTests
{
    private static readonly ServarrOptions OneRadarr = new()
    {
        Instances = [new() { Name = "radarr", Service = ServarrService.Radarr, Url = new("http://127.0.0.1:1"), ApiKey = "key" }],
    };

    [Fact]
    public async Task A_file_that_no_instance_has_leaves_TMDB()
    {
        await using var bench = await TmdbBench.StartAsync(servarr: OneRadarr);

        var language = await bench.FindAsync("/media/Parasite (2019).mkv");

        Assert.Equal(LanguageSource.TmdbSearch, language.Source);
        Assert.EndsWith("of which TMDB says Korean; no Sonarr or Radarr has the file", language.Explanation, StringComparison.Ordinal);
    }
}

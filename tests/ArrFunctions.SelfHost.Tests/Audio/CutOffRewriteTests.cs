using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>kill -9 between any two system calls of a rewrite by another program, of taking it back, and of the start after one.</summary>
public sealed class CutOffRewriteTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios => [.. RewriteScenarios.All.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Killed_at_any_instant_the_name_leads_to_the_original_or_to_the_new_file(string name)
    {
        Assert.SkipUnless(
            Tools.Has("ffmpeg") && Tools.Has("ffprobe") && Tools.Has("mkvmerge") && Tools.Has("mkvpropedit"), "Needs ffmpeg, ffprobe, mkvmerge and mkvpropedit (Debian: ffmpeg, mkvtoolnix).");
        var scenario = FixScenario.Named(name);
        var parent = Directory.CreateTempSubdirectory("cut-off-");
        try
        {
            var undisturbed = new CutOffFile(scenario, Path.Combine(parent.FullName, "undisturbed"));
            await undisturbed.PrepareAsync(name);
            var instants = await undisturbed.RunAsync(name);
            output.WriteLine($"{instants.Count} kills: {string.Join(", ", instants)}");
            Assert.NotEmpty(instants);
            await undisturbed.IsOneOfTheTwoAfterTheNextStartAsync();

            await Parallel.ForAsync(0, instants.Count, Cancellation, async (instant, _) =>
            {
                var file = new CutOffFile(scenario, Path.Combine(parent.FullName, $"{instant}"));
                await file.PrepareAsync(name);
                await file.KillAsync(name, instant);
                await file.IsOneOfTheTwoAfterTheNextStartAsync();
            });
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }
}

using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>kill -9 between any two system calls of a fix, of an undo, and of the start after one.</summary>
public sealed class CutOffTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios => [.. FixScenario.Everywhere];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Killed_at_any_instant_a_file_is_whole_after_the_next_start(string scenario)
    {
        var parent = Directory.CreateTempSubdirectory("cut-off-");
        try
        {
            await KillEverywhereAsync(scenario, parent.FullName);
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Killed_at_any_instant_of_a_clone_a_file_is_whole_after_the_next_start()
    {
        using var mount = Mount.WithReflinks();
        await KillEverywhereAsync(FixScenario.ByClone, mount.Folder);
    }

    private async Task KillEverywhereAsync(string name, string parent)
    {
        var scenario = FixScenario.Named(name);
        var undisturbed = new CutOffFile(scenario, Path.Combine(parent, "undisturbed"));
        await undisturbed.PrepareAsync(name);
        var instants = await undisturbed.RunAsync(name);
        output.WriteLine($"{instants.Count} kills: {string.Join(", ", instants)}");
        Assert.NotEmpty(instants);
        await undisturbed.FixAsync();
        var whenFixed = await undisturbed.ReadAsync();
        Assert.NotEqual(scenario.Original, whenFixed);
        await undisturbed.IsWholeAfterTheNextStartAsync(whenFixed);

        await Parallel.ForAsync(0, instants.Count, Cancellation, async (instant, _) =>
        {
            var file = new CutOffFile(scenario, Path.Combine(parent, $"{instant}"));
            await file.PrepareAsync(name);
            await file.KillAsync(name, instant);
            await file.IsWholeAfterTheNextStartAsync(whenFixed);
        });
    }
}

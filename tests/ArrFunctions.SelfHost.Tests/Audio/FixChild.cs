using System.Diagnostics;
using System.Globalization;
using ArrFunctions.Audio;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>What the second process does to a file.</summary>
internal static class FixChild
{
    /// <summary>Makes a scenario's change, tells each instant, and kills itself at one of them.</summary>
    /// <param name="instant">Its number, from 0, or its name; the first of that name counts.</param>
    public static async Task<int> CutOffAsync(string scenario, FixAction action, string folder, string instant, Action<string> tell)
    {
        var cut = new CutOffFile(FixScenario.Named(scenario), folder);
        await using var state = cut.Open();
        var number = 0;
        FaultPoint.Reached = name =>
        {
            // SIGKILL: nothing of this process runs after it, no matter how many threads it has.
            if (name == instant || number++.ToString(CultureInfo.InvariantCulture) == instant)
            {
                Process.GetCurrentProcess().Kill();
            }

            tell(name);
        };
        var isDone = action switch
        {
            FixAction.Fix => await state.FixAsync(cut.Path) is AudioFixOutcome.Changed,
            FixAction.Undo => await state.UndoAsync(cut.Path) is AudioUndoOutcome.Undone,
            _ => (await state.RecoverAsync()).Count == 0,
        };
        FaultPoint.Reached = null;
        return isDone ? 0 : 1;
    }

    /// <summary>Fixes a file once told to, and tells what became of it.</summary>
    public static async Task<int> FixAsync(
        string dataFolder, string path, HardlinkPolicy policy, bool keepModifiedTime, Action wait, Action<string> tell)
    {
        await using var state = new FixState(dataFolder, FixScenario.Japanese with { HardlinkPolicy = policy, KeepModifiedTime = keepModifiedTime });
        tell("ready");
        wait();
        var outcome = await state.FixAsync(path);
        tell($"{outcome.GetType().Name}: {outcome.Sentence}");
        return 0;
    }
}

using System.CommandLine;
using System.CommandLine.Completions;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The schedule that a command names.</summary>
internal static class ScheduleArgument
{
    public static Argument<string> Name() => new("NAME")
    {
        Description = "The timer, as schedules list shows it.",
        CompletionSources = { static _ => Names().Select(static name => new CompletionItem(name)) },
    };

    /// <summary>Which timers there are does not depend on the configuration.</summary>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "Nothing of the product has been started that would have to be waited for.")]
    private static IReadOnlyList<string> Names()
    {
        var empty = ProductState.Empty(Path.GetTempPath(), new ArrFunctionsOptions());
        IReadOnlyList<string> names = [.. empty.Schedules.All.Select(static schedule => schedule.Name)];
        empty.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return names;
    }

    /// <summary>Opens the state of a command for a schedule, and makes none for a name that is wrong.</summary>
    /// <exception cref="SettingException">There is no schedule of this name.</exception>
    public static async Task<(ProductState State, Schedule Schedule)> OpenAsync(string dataFolder, ArrFunctionsOptions options, string name)
    {
        await using var empty = ProductState.Empty(dataFolder, options);
        if (empty.Schedules.Find(name) is null)
        {
            throw new SettingException(empty.Schedules.Unknown(name));
        }

        var state = ProductState.Open(dataFolder, options);
        return (state, state.Schedules.Find(name)!);
    }
}

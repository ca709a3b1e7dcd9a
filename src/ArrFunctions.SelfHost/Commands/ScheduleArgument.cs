using System.CommandLine;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The schedule that a command names.</summary>
internal static class ScheduleArgument
{
    public static Argument<string> Name() => new("NAME") { Description = "The timer, as schedules list shows it." };

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

using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio;

/// <summary>Lets something happen in the middle of a fix. Tests that use it run alone: the instants are the process's.</summary>
[CollectionDefinition(nameof(Instants), DisableParallelization = true)]
public sealed class Instants
{
    /// <summary>Runs the work, and the event when the work first reaches the instant, which it must.</summary>
    internal static async Task<T> RunAsync<T>(string instant, Action happens, Func<Task<T>> work)
    {
        var wasReached = false;
        return await WatchAsync(
            name =>
            {
                if (name != instant || wasReached)
                {
                    return;
                }

                wasReached = true;
                happens();
            },
            async () =>
            {
                var result = await work();
                Assert.True(wasReached, $"The work never came to '{instant}'.");
                return result;
            });
    }

    /// <summary>Runs the work, and the event at its instant of that number, from 0.</summary>
    /// <returns>The result, and the name of the instant; null when the work has fewer.</returns>
    internal static async Task<(T Result, string? Instant)> RunAsync<T>(int number, Action happens, Func<Task<T>> work)
    {
        var (count, reached) = (0, (string?)null);
        var result = await WatchAsync(
            name =>
            {
                if (count++ != number)
                {
                    return;
                }

                reached = name;
                happens();
            },
            work);
        return (result, reached);
    }

    private static async Task<T> WatchAsync<T>(Action<string> reached, Func<Task<T>> work)
    {
        FaultPoint.Reached = reached;
        try
        {
            return await work();
        }
        finally
        {
            FaultPoint.Reached = null;
        }
    }
}

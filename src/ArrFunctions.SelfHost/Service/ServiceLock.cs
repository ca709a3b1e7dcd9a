using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Service;

/// <summary>One service runs on a data folder; what another one held there was left by its end.</summary>
internal static class ServiceLock
{
    private const string Name = "service.lock";

    /// <summary>Whether a service runs on it; one that is just starting is not hindered by the question.</summary>
    /// <exception cref="StoreException">It cannot be asked.</exception>
    public static bool IsHeld(string dataFolder) =>
        Explain(dataFolder, () => Path.Combine(dataFolder, Name) is var file && File.Exists(file) && KernelLock.IsHeld(file, offset: 0));

    /// <summary>Null while a service runs on it.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static KernelLock? TryAcquire(string dataFolder) =>
        Explain(dataFolder, () => KernelLock.TryAcquire(Path.Combine(dataFolder, Name), offset: 0, KernelLockMode.Exclusive));

    /// <exception cref="StoreException">Another service runs on it, or it cannot be written.</exception>
    public static KernelLock Acquire(string dataFolder) => TryAcquire(dataFolder) ?? throw new StoreException(
        $"Another ArrFunctions service runs on the data folder {dataFolder}. Stop it first, or give this one a folder of its own with --data.");

    private static T Explain<T>(string dataFolder, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data folder {dataFolder} cannot be used: {failure.Message} Check whether its disk is mounted read-only or full, and whose it is.", failure);
        }
    }
}

namespace ArrFunctions.Platform;

/// <summary>Names the instants between two system calls of a fix, so that a test can kill the process at each of them.</summary>
internal static class FaultPoint
{
    /// <summary>Called at every instant; null, which costs nothing, unless a test sets it.</summary>
    public static Action<string>? Reached { get; set; }

    public static void Here(string name) => Reached?.Invoke(name);
}

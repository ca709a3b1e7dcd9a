namespace ArrFunctions.Ops.State;

/// <summary>Makes the rows of a feature that follow from others fit them again, after some were lost. It may run twice.</summary>
/// <param name="Name">What is put in order, for the log: <c>jobs</c>.</param>
/// <param name="RunAsync">Does it, while nothing else works on the state; gives how many rows were written or removed.</param>
internal sealed record StateRepair(string Name, Func<CancellationToken, Task<int>> RunAsync);

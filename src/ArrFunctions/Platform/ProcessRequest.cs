namespace ArrFunctions.Platform;

/// <summary>A program to be run: without a shell, without input, and with nothing of our environment but the search path.</summary>
/// <param name="Program">Its name, looked for on the search path.</param>
/// <param name="Arguments">As they are; nothing in them is expanded.</param>
/// <param name="TimeLimit">It is killed after this.</param>
public sealed record ProcessRequest(string Program, IReadOnlyList<string> Arguments, TimeSpan TimeLimit)
{
    /// <summary>Called for each line of its output as it comes.</summary>
    public Action<string>? OutputLine { get; init; }
}

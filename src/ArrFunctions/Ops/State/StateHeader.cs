namespace ArrFunctions.Ops.State;

/// <summary>The first line of a state file.</summary>
/// <param name="Kind">Tells such files from all others.</param>
/// <param name="Format">Goes up with every change that an older program would misread.</param>
/// <param name="Version">Of the program that wrote it.</param>
/// <param name="Time">When its reading began.</param>
/// <param name="From">Where it was read, for people: a folder or an address, never a key.</param>
internal sealed record StateHeader(string Kind, int Format, string Version, DateTimeOffset Time, string From)
{
    public const string StateKind = "arrfunctions-state";

    public const int CurrentFormat = 1;

    public static string ProductVersion { get; } = typeof(StateHeader).Assembly.GetName().Version!.ToString(3);

    public static StateHeader New(string from, TimeProvider clock) => new(StateKind, CurrentFormat, ProductVersion, clock.GetUtcNow(), from);
}

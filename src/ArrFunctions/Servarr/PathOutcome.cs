namespace ArrFunctions.Servarr;

/// <summary>Where a file that an instance named lies here.</summary>
public abstract record PathOutcome
{
    private PathOutcome()
    {
    }

    /// <param name="Path">Absolute, without <c>.</c> and <c>..</c>.</param>
    public sealed record Mapped(string Path) : PathOutcome;

    /// <param name="Code">Stable word for programs, camelCase.</param>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Refused(string Code, string Sentence) : PathOutcome;
}

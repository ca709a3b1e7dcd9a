namespace ArrFunctions.Servarr;

/// <summary>What somebody else wrote, fit to stand in a sentence or a log line of ours.</summary>
internal static class Quoted
{
    private const int MaxLength = 200;

    public static string Of(string text) => $"'{Plain(text)}'";

    /// <summary>Without control characters, and cut to a length that a person reads.</summary>
    public static string Plain(string text, int maxLength = MaxLength)
    {
        var shown = text.Length <= maxLength ? text : $"{text.AsSpan(0, maxLength)}…";
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character)) : shown;
    }
}

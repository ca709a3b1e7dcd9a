namespace ArrFunctions.Ops.Events;

/// <summary>Where a page of events ended.</summary>
internal sealed record EventCursor(string Day, string RowKey)
{
    public override string ToString() => $"{Day}.{RowKey[2..]}";

    /// <summary>Null for none, and for one that nobody was given.</summary>
    public static EventCursor? Parse(string? text) =>
        text is [_, _, _, _, _, _, _, _, '.', ..] && text.Length == 41 && text[..8].All(char.IsAsciiDigit) && text[9..].All(char.IsAsciiHexDigitLower)
            ? new(text[..8], $"e~{text[9..]}")
            : null;
}

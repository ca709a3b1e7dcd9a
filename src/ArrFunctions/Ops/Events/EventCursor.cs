namespace ArrFunctions.Ops.Events;

/// <summary>Where a page of events ended.</summary>
/// <param name="Day"><c>yyyyMMdd</c>.</param>
/// <param name="Place">Of the last event that was looked at: 32 hexadecimal digits.</param>
internal sealed record EventCursor(string Day, string Place)
{
    public override string ToString() => $"{Day}.{Place}";

    public static EventCursor At(string place) => new(EventKeys.DayOf(EventKeys.TimeOf(place)), place);

    /// <summary>Null for none, and for one that nobody was given.</summary>
    public static EventCursor? Parse(string? text) =>
        text is [_, _, _, _, _, _, _, _, '.', ..] && text.Length == 41 && text[..8].All(char.IsAsciiDigit) && text[9..].All(char.IsAsciiHexDigitLower)
            ? new(text[..8], text[9..])
            : null;
}

namespace ArrFunctions.Ops.State;

/// <summary>An import that has begun.</summary>
/// <param name="Id">SHA-256 of the state file, 64 hexadecimal digits.</param>
/// <param name="IsReplacing">Whether it removes what the file does not have.</param>
internal sealed record ImportMark(string Id, bool IsReplacing)
{
    public static bool IsId(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}

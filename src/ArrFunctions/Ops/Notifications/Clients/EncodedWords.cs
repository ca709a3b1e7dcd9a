namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Any text as the value of a header: encoded-words in Base64 (RFC 2047), each below its 75 letters, none cutting a character.</summary>
internal static class EncodedWords
{
    /// <summary>Bytes that become 60 letters of Base64.</summary>
    private const int BytesOfWord = 45;

    /// <summary>The text itself where it is plain ASCII and short; a blank between words, which readers leave out.</summary>
    /// <param name="between">What stands between words: a line that goes on (RFC 5322 2.2.3) in a mail.</param>
    public static string Of(string text, string between = " ")
    {
        if (text.Length <= BytesOfWord && text.All(static letter => letter is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var words = new List<string>();
        var bytes = new List<byte>(BytesOfWord);
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (bytes.Count + length > BytesOfWord)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }

            bytes.AddRange(buffer[..length]);
        }

        return string.Join(between, [.. words, Word(bytes)]);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}

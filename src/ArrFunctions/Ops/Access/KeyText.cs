using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.Access;

/// <summary>The secret itself: <c>af_</c> and 256 random bits in base64url. It is shown once and then known only by its hash.</summary>
internal sealed class KeyText
{
    private const string Prefix = "af_";
    private const int Length = 46;
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private KeyText(string text) => (Text, Hash) = (text, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text))));

    public string Text { get; }

    /// <summary>SHA-256 of the text, 64 hexadecimal digits. A slow hash would add nothing: 256 random bits cannot be guessed.</summary>
    public string Hash { get; }

    public string Id => Hash[..32];

    public static KeyText New() => new(Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Null for what cannot be a key.</summary>
    public static KeyText? TryRead(string text) =>
        text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Alphabet)
            ? new KeyText(text)
            : null;

    public override string ToString() => nameof(KeyText);
}

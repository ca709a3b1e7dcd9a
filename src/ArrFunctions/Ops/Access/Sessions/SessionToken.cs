using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>What a browser holds of a session: 256 random bits in base64url. The store knows their hash alone.</summary>
internal sealed class SessionToken
{
    private const int Length = 43;
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private SessionToken(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        Text = text;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Csrf = Base64Url.EncodeToString(HMACSHA256.HashData(bytes, "arrfunctions csrf"u8));
    }

    public string Text { get; }

    /// <summary>SHA-256 of the text, 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>What a page of this program sends beside the cookie, and no other page can know. The text cannot be made of it.</summary>
    public string Csrf { get; }

    public static SessionToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Null for what cannot be one.</summary>
    public static SessionToken? TryRead(string text) => text.Length == Length && !text.AsSpan().ContainsAnyExcept(Alphabet) ? new(text) : null;

    /// <summary>Whether somebody sent <see cref="Csrf"/>, in a time that says nothing about it.</summary>
    public bool Admits(string csrf) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(csrf), Encoding.ASCII.GetBytes(Csrf));

    public override string ToString() => nameof(SessionToken);
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.Access;

/// <summary>Encrypts the secrets that the state holds: AES-256-GCM, with the name of each as associated data, so that a text is worth nothing under another name.</summary>
/// <remarks>
/// A protected text is <c>box1.</c>, 8 hexadecimal digits that tell one key from another, a dot, and nonce, tag and ciphertext in base64url. Nonces are random: 96 bits are
/// enough for 2^32 texts under one key.
/// </remarks>
internal sealed class SecretBox(SecretKey key)
{
    private const string Version = "box1.";
    private const int MarkLength = 8;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a text is one that <see cref="Protect"/> gave.</summary>
    public static bool IsProtected(string text) => text.StartsWith(Version, StringComparison.Ordinal);

    /// <summary>The text as it may be stored. A key is made where there is none.</summary>
    /// <param name="name">Key of the setting, as the catalogue spells it; the same for <see cref="Unprotect"/>.</param>
    /// <param name="text">The secret.</param>
    /// <exception cref="SecretBoxException">There is no key, and none can be made.</exception>
    public string Protect(string name, string text)
    {
        var secret = key.FindOrMake();
        var plain = Strict.GetBytes(text);
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(secret, TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), Strict.GetBytes(name));
        return $"{Version}{Mark(secret)}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>The secret that was protected under this name.</summary>
    /// <exception cref="SecretBoxException">The key is missing or another one, or the text was changed or belongs to another name.</exception>
    public string Unprotect(string name, string text)
    {
        if (Read(text) is not var (mark, sealedBytes))
        {
            throw new SecretBoxException($"The stored value of {name} is no encrypted text of this version. Set it again.");
        }

        var secret = key.Find() ?? throw new SecretBoxException(
            $"The stored value of {name} is encrypted, and {key.Source}, which has the key, is missing. Bring it back from a backup of the data folder, or set the value again.");
        if (mark != Mark(secret))
        {
            throw new SecretBoxException(
                $"The stored value of {name} was encrypted with another key than the one in {key.Source}. Bring that key back, or set the value again.");
        }

        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        try
        {
            using var aes = new AesGcm(secret, TagSize);
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceSize), sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), plain, Strict.GetBytes(name));
            return Strict.GetString(plain);
        }
        catch (AuthenticationTagMismatchException failure)
        {
            throw new SecretBoxException($"The stored value of {name} was changed in the store, or belongs to another setting. Set it again.", failure);
        }
    }

    private static (string Mark, byte[] Sealed)? Read(string text)
    {
        var start = Version.Length + MarkLength;
        if (!IsProtected(text) || text.Length <= start || text[start] is not '.' || !Base64Url.IsValid(text.AsSpan(start + 1)))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text.AsSpan(start + 1));
        return bytes.Length < NonceSize + TagSize ? null : (text[Version.Length..start], bytes);
    }

    /// <summary>Tells keys apart, and says nothing about them.</summary>
    private static string Mark(byte[] secret) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, "arrfunctions key mark"u8))[..MarkLength];
}

using System.Security.Cryptography;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access;

/// <summary>The 256 bits that stored secrets are encrypted with, in base64: the setting <c>Access:SecretKey</c>, else the file <c>secret-key</c> in the data folder.</summary>
internal sealed class SecretKey(string? configured, string dataFolder)
{
    private const int Size = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string path = Path.Combine(dataFolder, "secret-key");

    /// <summary>How errors call it.</summary>
    public string Source => configured is null ? $"the file {path}" : "the setting Access:SecretKey";

    public static bool IsKey(string text) => Decode(text) is not null;

    /// <summary>Null when there is none yet.</summary>
    /// <exception cref="SecretBoxException">There is something that is no key.</exception>
    public byte[]? Find() => configured is not null
        ? Decode(configured) ?? throw new SecretBoxException("Access:SecretKey is not 32 bytes in base64. Make one with: openssl rand -base64 32.")
        : ReadFile();

    /// <summary>Makes the file where it is missing. Of two processes that do so at once, one does and the other takes what it made.</summary>
    /// <exception cref="SecretBoxException">There is something that is no key, or the file cannot be written.</exception>
    public byte[] FindOrMake()
    {
        if (Find() is { } found)
        {
            return found;
        }

        try
        {
            using var making = KernelLock.Acquire($"{path}.lock", 0, KernelLockMode.Exclusive, Patience);
            if (ReadFile() is { } made)
            {
                return made;
            }

            var key = RandomNumberGenerator.GetBytes(Size);
            OwnerFile.Write(path, Convert.ToBase64String(key));
            return key;
        }
        catch (Exception failure) when (failure is IOException or TimeoutException)
        {
            throw new SecretBoxException($"The key for stored secrets cannot be written to {path}: {failure.Message}", failure);
        }
    }

    public override string ToString() => nameof(SecretKey);

    private byte[]? ReadFile()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = SmallFile.TryRead(path, maxBytes: 1024, out var fault);
        return text is null ? throw new SecretBoxException($"The key for stored secrets cannot be read from {path}: {fault}.")
            : Decode(text.Trim()) ?? throw new SecretBoxException(
                $"{path} does not hold 32 bytes in base64. Bring the file back from a backup of the data folder; secrets that were stored with it cannot be read without it.");
    }

    private static byte[]? Decode(string text)
    {
        var key = new byte[Size + 1];
        return Convert.TryFromBase64String(text, key, out var length) && length == Size ? key[..Size] : null;
    }
}

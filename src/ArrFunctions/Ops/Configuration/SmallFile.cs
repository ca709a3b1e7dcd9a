using System.Text;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Files that a person wrote: UTF-8, and not large.</summary>
internal static class SmallFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="fault">When there is no text: why, as the end of a sentence.</param>
    public static string? TryRead(string path, int maxBytes, out string fault)
    {
        fault = "";
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[maxBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            fault = $"it has more than {maxBytes / 1024} KiB";
            return length > maxBytes ? null : Strict.GetString(bytes.AsSpan(0, length)).TrimStart('\uFEFF');
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = "there is no such file";
        }
        catch (UnauthorizedAccessException)
        {
            fault = Directory.Exists(path) ? "it is a folder" : "this user may not read it";
        }
        catch (DecoderFallbackException)
        {
            fault = "it is not UTF-8";
        }
        catch (IOException failure)
        {
            fault = failure.Message;
        }

        return null;
    }
}

using System.Text;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Configuration;

/// <summary>A body that is text, up to a size.</summary>
internal static class LimitedBody
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when it is larger; no more than the limit is read.</returns>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public static async Task<string?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > maxBytes)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Strict.GetString(body.GetBuffer(), 0, (int)body.Length).TrimStart('\uFEFF');
    }
}

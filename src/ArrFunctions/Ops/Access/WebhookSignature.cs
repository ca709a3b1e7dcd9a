using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Webhooks;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access;

/// <summary>HMAC-SHA-256 of a webhook under the shared secret.</summary>
/// <remarks>
/// <c>X-Webhook-Signature: sha256=HEX</c> over <c>X-Webhook-Timestamp</c>, a dot and the body, within 5 minutes of the Unix time it names;
/// or, without a timestamp, <c>X-Webhook-Signature: HEX</c> over the body alone, which holds for ever.
/// Neither can be turned into the other: the dot and digits before the body make it no JSON object.
/// </remarks>
internal sealed class WebhookSignature(Live<WebhookOptions> options, TimeProvider time)
{
    /// <summary>Where <see cref="HttpContext.Items"/> holds <see cref="SignatureCheck.Right.Canonical"/>.</summary>
    public const string Item = nameof(WebhookSignature);

    private const string SignatureHeader = "X-Webhook-Signature";
    private const string TimestampHeader = "X-Webhook-Timestamp";
    private const string TimedPrefix = "sha256=";
    private const int WindowSeconds = 5 * 60;

    /// <summary>Reads the body, but only when the rest is well-formed, and leaves it to be read again.</summary>
    public async Task<SignatureCheck> CheckAsync(HttpRequest request)
    {
        var secret = options.Value.Secret;
        if (string.IsNullOrEmpty(secret) || !IsAcceptedFor(request) || !request.Headers.TryGetValue(SignatureHeader, out var sent))
        {
            return new SignatureCheck.Absent();
        }

        var timestamp = request.Headers.TryGetValue(TimestampHeader, out var header) ? header.ToString() : null;
        if (Decode(sent.ToString(), timestamp is null ? "" : TimedPrefix) is not { } claimed)
        {
            return new SignatureCheck.Wrong("the signature has not the form that goes with its headers");
        }

        if (timestamp is not null && !IsNow(timestamp))
        {
            return new SignatureCheck.Wrong("the timestamp of the signature is not within 5 minutes of now");
        }

        if (await ReadAsync(request) is not { } body)
        {
            return new SignatureCheck.TooLarge();
        }

        var actual = Sign(secret, timestamp is null ? "" : $"{timestamp}.", body);
        return CryptographicOperations.FixedTimeEquals(actual, claimed)
            ? new SignatureCheck.Right(string.Create(
                CultureInfo.InvariantCulture, $"{timestamp ?? $"plain.{NowSeconds / WindowSeconds}"}.{Convert.ToHexStringLower(actual)}"))
            : new SignatureCheck.Wrong("the signature is not that of the body under the secret");
    }

    private long NowSeconds => time.GetUtcNow().ToUnixTimeSeconds();

    private static bool IsAcceptedFor(HttpRequest request) =>
        PresentedKeys.IsToWebhook(request) && (HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method));

    private static byte[]? Decode(string signature, string prefix)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        return signature.StartsWith(prefix, StringComparison.Ordinal)
            && signature.Length == prefix.Length + (2 * bytes.Length)
            && Convert.FromHexString(signature.AsSpan(prefix.Length), bytes, out _, out _) is OperationStatus.Done
            ? bytes
            : null;
    }

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(NowSeconds - seconds) <= WindowSeconds;

    private static byte[] Sign(string secret, string before, MemoryStream body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(before));
        hmac.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        return hmac.GetHashAndReset();
    }

    /// <summary>The body, which from then on stands in memory; null when it is larger than the limit.</summary>
    private async Task<MemoryStream?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > options.Value.MaxBody)
        {
            return null;
        }

        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > options.Value.MaxBody)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read));
        }

        body.Position = 0;
        request.Body = body;
        return body;
    }
}

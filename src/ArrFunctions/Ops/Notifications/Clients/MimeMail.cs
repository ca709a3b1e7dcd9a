using System.Buffers.Text;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>A mail with a plain text and files (RFC 5322, RFC 2045): only ASCII, lines of 76 letters at most, none of them beginning with a dot.</summary>
internal sealed class MimeMail(NotificationTarget target, Notification notification, string text)
{
    private const int LongestTitle = 250;

    /// <summary>Bytes that become a line of 76 letters.</summary>
    private const int BytesOfLine = 57;

    /// <summary>Not in any part: those are Base64, which has no underscore.</summary>
    private readonly string boundary = $"part_{Guid.NewGuid():n}";

    /// <summary>About as many bytes as a part becomes.</summary>
    public static long SizeOf(long bytes) => (bytes + BytesOfLine - 1) / BytesOfLine * 78;

    public async Task WriteAsync(Stream stream, IReadOnlyList<OpenFile> files, CancellationToken cancellationToken)
    {
        var isMixed = files.Count > 0;
        await LinesAsync(stream, [.. Head(), .. isMixed ? [$"Content-Type: multipart/mixed; boundary=\"{boundary}\"", "", $"--{boundary}"] : (string[])[]], cancellationToken);
        await LinesAsync(stream, ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", ""], cancellationToken);
        await PartAsync(stream, new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))), cancellationToken);
        foreach (var (file, content) in files)
        {
            var name = EncodedWords.Of(WholeText.Fit(WholeText.Line(file.Name), 100).Replace('"', '\''), "\r\n ");
            await LinesAsync(
                stream,
                [$"--{boundary}", $"Content-Type: {file.MediaType.Split(';')[0]}; name=\"{name}\"", "Content-Transfer-Encoding: base64", $"Content-Disposition: attachment; filename=\"{name}\"", ""],
                cancellationToken);
            await PartAsync(stream, content, cancellationToken);
        }

        await LinesAsync(stream, isMixed ? [$"--{boundary}--"] : [], cancellationToken);
    }

    /// <summary>The same id for every attempt, by which a mail box may tell repeats.</summary>
    private IEnumerable<string> Head() =>
    [
        $"From: {Address(target.From!)}",
        $"To: {string.Join(",\r\n ", target.To.Select(Address))}",
        $"Subject: {EncodedWords.Of(WholeText.Fit(WholeText.Line(notification.Title), LongestTitle), "\r\n ")}",
        $"Date: {notification.Time.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}",
        $"Message-ID: <{string.Concat(notification.Id.Where(char.IsAsciiLetterOrDigit))}@arrfunctions.invalid>",
        "Auto-Submitted: auto-generated",
        $"Importance: {(notification.Severity is EventSeverity.Error ? "high" : "normal")}",
        "MIME-Version: 1.0",
    ];

    /// <summary>Both were looked at before: they are addresses, perhaps with a name.</summary>
    private static string Address(string text)
    {
        var address = new MailAddress(text);
        var name = EncodedWords.Of(WholeText.Line(address.DisplayName));
        return name.Length == 0 ? address.Address
            : name.StartsWith("=?", StringComparison.Ordinal) ? $"{name} <{address.Address}>"
            : $"\"{name.Replace("\\", "", StringComparison.Ordinal).Replace('"', '\'')}\" <{address.Address}>";
    }

    private static async Task LinesAsync(Stream stream, IEnumerable<string> lines, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines.Select(static line => $"{line}\r\n"))), cancellationToken);

    private static async Task PartAsync(Stream stream, Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[BytesOfLine * 200];
        var lines = new byte[78 * 200];
        while (await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
        {
            var written = 0;
            for (var place = 0; place < read; place += BytesOfLine)
            {
                Base64.EncodeToUtf8(bytes.AsSpan(place, Math.Min(BytesOfLine, read - place)), lines.AsSpan(written), out _, out var length);
                written += length;
                "\r\n"u8.CopyTo(lines.AsSpan(written));
                written += 2;
            }

            await stream.WriteAsync(lines.AsMemory(0, written), cancellationToken);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Which files go along with a message, and what is said of the others.</summary>
/// <param name="Attached">They go along.</param>
/// <param name="Lines">One for each that does not: its name, its size, where it can be fetched.</param>
internal sealed record SentFiles(IReadOnlyList<NotificationFile> Attached, IReadOnlyList<FileLine> Lines)
{
    /// <param name="target">May want none.</param>
    /// <param name="files">In order of what matters more.</param>
    /// <param name="bytes">That the service takes with one message.</param>
    /// <param name="count">That the service takes with one message.</param>
    public static SentFiles Of(NotificationTarget target, IReadOnlyList<NotificationFile> files, long bytes, int count = 10)
    {
        var (attached, lines, room) = (new List<NotificationFile>(), new List<FileLine>(), bytes);
        foreach (var file in files)
        {
            if (!target.Attach || attached.Count >= count || file.Length > room)
            {
                lines.Add(FileLine.Of(file));
                continue;
            }

            attached.Add(file);
            room -= file.Length;
        }

        return new(attached, lines);
    }

    /// <summary>All are named, none goes along.</summary>
    public static SentFiles Named(IEnumerable<NotificationFile> files) => new([], [.. files.Select(FileLine.Of)]);

    /// <summary>The text with what is said of files under it.</summary>
    public string Under(string text) => Lines is [] ? text : string.Join('\n', [text, .. Lines]);

    /// <summary>The content of those that go along; one that was removed meanwhile, or cannot be read, is left out, and named.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever is wrong with a file, the message goes without it.")]
    public async Task<(IReadOnlyList<OpenFile> Open, SentFiles Said)> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<OpenFile>();
        var lines = new List<FileLine>(Lines);
        foreach (var file in Attached)
        {
            try
            {
                if (await file.OpenAsync(cancellationToken) is { } stream)
                {
                    open.Add(new(file, stream));
                    continue;
                }

                lines.Add(new($"{WholeText.Line(file.Name)}: it was removed meanwhile", Link: null));
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                lines.Add(new($"{WholeText.Line(file.Name)}: it cannot be read now", file.Link));
            }
            catch
            {
                open.ForEach(static other => other.Content.Dispose());
                throw;
            }
        }

        return (open, this with { Attached = [.. open.Select(static file => file.File)], Lines = lines });
    }
}

/// <summary>What is said of a file that does not go along.</summary>
/// <param name="Link">Where it can be fetched; null: it is not known.</param>
internal sealed record FileLine(string Text, Uri? Link)
{
    public static FileLine Of(NotificationFile file) => new($"{WholeText.Line(file.Name)} ({Size(file.Length)})", file.Link);

    public override string ToString() => Link is null ? Text : $"{Text}: {Link.AbsoluteUri}";

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB");
}

/// <summary>A file that is being sent.</summary>
internal sealed record OpenFile(NotificationFile File, Stream Content)
{
    /// <summary>As the body of a request, or a part of one; it is read once and disposes of the stream.</summary>
    public StreamContent ToHttp()
    {
        var content = new StreamContent(Content);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(File.MediaType, out var type) ? type : new("application/octet-stream");
        content.Headers.ContentLength = File.Length;
        return content;
    }
}

using System.Text;
using System.Text.Json;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Events;

/// <summary>Appends every event to a file, in the order in which they come to the log (<c>Events:File</c>).</summary>
/// <remarks>
/// The last line of the file says where it stands, so nothing else remembers it: what was cut off goes on behind that line, and half a line is written
/// anew. A file that is not there begins with the oldest event that is kept. Whatever fails, the log goes on, and the file catches up.
/// </remarks>
internal sealed partial class EventFile(EventFeed feed, EventsOptions options, ILogger<EventFile> logger) : IDisposable
{
    private const int Page = 100;

    /// <summary>Of each line.</summary>
    private const string Begin = "{\"number\":";

    private readonly SemaphoreSlim turn = new(1);

    public bool IsWanted => options.File is not null;

    /// <summary>Why it is behind; null when it is not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Writes what came since; one process at a time.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (options.File is not { } path)
        {
            return;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            using var writer = KernelLock.TryAcquire($"{path}.lock", offset: 0, KernelLockMode.Exclusive);
            if (writer is null)
            {
                return; // another process writes it now
            }

            var file = new RotatedFile(path, options.FileSize, options.FileCount);
            var position = file.LastLine(Begin) is { } line ? NumberOf(line) : 0;
            file.CutHalfLine(); // not before: a file of somebody else is left as it is
            IReadOnlyList<NumberedEvent> events;
            do
            {
                events = await feed.ReadAsync(position, Page, cancellationToken);
                file.Append(events.Where(each => each.Told is not null).Select(LineOf));
                position = events is [.., var last] ? last.Number : position;
            }
            while (events.Count == Page);
            Trouble = null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (Trouble is null)
            {
                Log.Failed(logger, failure, path);
            }

            Trouble = $"Events cannot be written to {path}: {failure.Message} They are kept in the log, and written once the file can be. Check Events:File, its folder and its space.";
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static byte[] LineOf(NumberedEvent each) =>
        Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(new FiledEvent(each.Number, each.Told!), EventJson.Default.FiledEvent)}\n");

    /// <summary>A line that is none of ours: somebody else writes to this file.</summary>
    private static long NumberOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EventJson.Default.FiledEvent)!.Number;
        }
        catch (JsonException wrong)
        {
            throw new IOException("its last line is no event. Name a file of its own in Events:File, or move this one away.", wrong);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Events cannot be written to {Path}; they are kept in the log, and written once it can be.")]
        public static partial void Failed(ILogger logger, Exception failure, string path);
    }
}

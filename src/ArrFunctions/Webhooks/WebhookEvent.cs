using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Webhooks;

/// <summary>What an event means here.</summary>
internal abstract record WebhookEvent
{
    private WebhookEvent()
    {
    }

    /// <summary>Files were imported.</summary>
    /// <param name="Id">The webhook id: the same for the same import, however often and in which shape it is told.</param>
    /// <param name="Jobs">One for each file, also for those that nothing can be done for.</param>
    /// <param name="ReplacedFiles">Ids of the files that are gone since.</param>
    /// <param name="TitleId">Id of the movie or series; null: the event does not tell.</param>
    public sealed record Import(string Id, IReadOnlyList<NewJob> Jobs, IReadOnlyList<int> ReplacedFiles, int? TitleId = null) : WebhookEvent;

    /// <summary>An event that tells of itself, since it has no jobs of its own that do.</summary>
    public abstract record Kept(WebhookNote Note) : WebhookEvent;

    /// <summary>Files got other paths.</summary>
    /// <param name="Id">The webhook id: the same for the same files and new paths.</param>
    public sealed record Rename(string Id, IReadOnlyList<FileMove> Moves, WebhookNote Note) : Kept(Note);

    /// <summary>A file is gone.</summary>
    public sealed record Deletion(int FileId, WebhookNote Note) : Kept(Note);

    /// <summary>There is nothing to do.</summary>
    public sealed record Notice(WebhookNote Note) : Kept(Note);

    /// <summary>Not worth keeping.</summary>
    public sealed record Ignored(string Reason) : WebhookEvent;
}

/// <summary>A file at its new path.</summary>
/// <param name="RemotePath">As the instance names it; null where that is the same.</param>
internal sealed record FileMove(int FileId, string Path, string? RemotePath);

/// <summary>How an event is told in the log.</summary>
/// <param name="Name"><c>health.issue</c>.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Before">How grave it was, of what is over; null: it is not said.</param>
internal sealed record WebhookNote(string Name, string Message, EventSeverity Severity = EventSeverity.Information, string? Before = null);

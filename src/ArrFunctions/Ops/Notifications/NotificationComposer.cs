using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Makes one message of what a target has to be told, with what the features add, and without secrets.</summary>
internal sealed partial class NotificationComposer(IEnumerable<NotificationExtras> extras, NotificationSecrets secrets, Live<HttpOptions> http, ILogger<NotificationComposer> logger)
{
    /// <summary>Of a message; programs that read them have the log for more.</summary>
    private const int MostEvents = 100;

    private const int MostFiles = 5;

    /// <summary>Features that have to fetch something get no longer than that for a message, so that it is sent while the claim of its target holds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="notices">One digest, or events.</param>
    /// <param name="dropped">How many older ones were not kept.</param>
    public async Task<Notification> ComposeAsync(NotificationTarget target, IReadOnlyList<KeptNotice> notices, long dropped, CancellationToken cancellationToken)
    {
        WaitingNotice[] told = [.. notices.Select(static kept => kept.Notice)];
        var added = new Dictionary<string, NotificationExtra>(StringComparer.Ordinal);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        foreach (var one in told.Select(static notice => notice.Event).OfType<EventRecord>().Take(NotificationText.MostLines))
        {
            if (!late.IsCancellationRequested && await FindAsync(one, late.Token) is { } extra)
            {
                added[one.Id] = extra;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        var texts = added.Where(static one => one.Value.Text is not null).ToDictionary(static one => one.Key, static one => one.Value.Text!, StringComparer.Ordinal);
        return new()
        {
            Id = IdOf(target, notices),
            Time = told.Max(static notice => notice.Event?.Time ?? notice.Digest.Max(static group => group.Time)),
            Title = secrets.Hide(NotificationText.Title(told, told is [{ Event: { } only }] ? added.GetValueOrDefault(only.Id)?.Title : null)),
            Text = secrets.Hide(NotificationText.Text(told, texts, dropped)),
            Severity = told.Max(static notice => notice.Event?.Severity ?? notice.Digest.Max(static group => group.Severity)),
            Events = [.. told.Select(static notice => notice.Event).OfType<EventRecord>().TakeLast(MostEvents).Select(Shown)],
            Link = LinkTo(told, added),
            Files = [.. added.Values.SelectMany(static extra => extra.Files).Take(MostFiles)],
        };
    }

    /// <summary>The same notices have the same id, over restarts too.</summary>
    private static string IdOf(NotificationTarget target, IEnumerable<KeptNotice> notices) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{target.Name}\n{string.Join('\n', notices.Select(static kept => kept.Key))}")).AsSpan(0, 16));

    private EventRecord Shown(EventRecord told) => told with
    {
        Message = secrets.Hide(told.Message), Before = told.Before is null ? null : secrets.Hide(told.Before), After = told.After is null ? null : secrets.Hide(told.After),
    };

    private Uri? LinkTo(WaitingNotice[] told, Dictionary<string, NotificationExtra> added)
    {
        if (http.Value.PublicUrl is not { } page)
        {
            return null;
        }

        var path = told is [{ Event: { } only }] ? added.GetValueOrDefault(only.Id)?.Path ?? EventPath.Of(only.Subject) : "/system/events";
        return new($"{page.AbsoluteUri.TrimEnd('/')}/#{path}");
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What a feature cannot add is left out; the event is told all the same.")]
    private async Task<NotificationExtra?> FindAsync(EventRecord told, CancellationToken cancellationToken)
    {
        foreach (var one in extras)
        {
            try
            {
                if (await one.FindAsync(told, cancellationToken).WaitAsync(cancellationToken) is { } extra)
                {
                    return extra;
                }
            }
            catch (Exception failure)
            {
                Log.NothingAdded(logger, failure, told.Name);
            }
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A notification of {Event} goes without what its feature would add.")]
        public static partial void NothingAdded(ILogger logger, Exception failure, string @event);
    }
}

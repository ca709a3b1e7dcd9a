using System.Globalization;
using System.Text;
using System.Xml;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace ArrFunctions.FunctionApp.Tests.Storage;

internal sealed class FakeQueue(FakeQueueService service, TimeProvider clock, QueueClientOptions options) : QueueClient
{
    private readonly SortedSet<Entry> entries =
        new(Comparer<Entry>.Create((left, right) => (left.VisibleAt, left.Number).CompareTo((right.VisibleAt, right.Number))));

    private readonly Dictionary<string, Entry> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> sentAt = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private bool isMade;
    private long last;

    /// <summary>What the last message is on the wire.</summary>
    public string LastText { get; private set; } = "";

    private bool IsBase64 => options.MessageEncoding is QueueMessageEncoding.Base64;

    public override Task<Response> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        service.Throw(cancellationToken);
        isMade = true;
        return Task.FromResult<Response>(null!);
    }

    public override Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default) =>
        Answer(() => QueuesModelFactory.QueueProperties(null, entries.Count), cancellationToken);

    public override Task<Response<PeekedMessage[]>> PeekMessagesAsync(int? maxMessages = null, CancellationToken cancellationToken = default) => Answer(
        () => entries.TakeWhile(entry => entry.VisibleAt <= clock.GetUtcNow()).Take(maxMessages ?? 1)
            .Select(entry => QueuesModelFactory.PeekedMessage(entry.Id, Decode(entry.Text), entry.DequeueCount, sentAt[entry.Id]))
            .ToArray(),
        cancellationToken);

    public override Task<Response<SendReceipt>> SendMessageAsync(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default) => Answer<SendReceipt>(
        () =>
        {
            LastText = IsBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(messageText)) : messageText;
            if (LastText.Length > 64 * 1024)
            {
                throw FakeFailure.Of(413, "RequestBodyTooLarge");
            }

            XmlConvert.VerifyXmlChars(LastText);
            var life = timeToLive ?? TimeSpan.FromDays(7);
            var now = clock.GetUtcNow();
            Add(new(++last, LastText, now + WholeSeconds(visibilityTimeout), life < TimeSpan.Zero ? DateTimeOffset.MaxValue : now + life, 0, ""));
            sentAt.Add(last.ToString(CultureInfo.InvariantCulture), now);
            return null!;
        },
        cancellationToken);

    public override Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) => Answer(
        () =>
        {
            var now = clock.GetUtcNow();
            Entry[] visible = [.. entries.TakeWhile(entry => entry.VisibleAt <= now).Where(entry => entry.ExpiresAt > now).Take(maxMessages ?? 1)];
            return visible.Select(entry => Hold(entry with { DequeueCount = entry.DequeueCount + 1 }, visibilityTimeout ?? TimeSpan.FromSeconds(30)))
                .Select(entry => QueuesModelFactory.QueueMessage(entry.Id, entry.Receipt, Decode(entry.Text), entry.DequeueCount))
                .ToArray();
        },
        cancellationToken);

    public override Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default) => Answer(
        () =>
        {
            var held = Hold(Leased(messageId, popReceipt) with { Text = messageText ?? byId[messageId].Text }, visibilityTimeout);
            return QueuesModelFactory.UpdateReceipt(held.Receipt, held.VisibleAt);
        },
        cancellationToken);

    public override async Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        await Answer(() => Remove(Leased(messageId, popReceipt)), cancellationToken);
        return null!;
    }

    private Task<Response<T>> Answer<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        service.Throw(cancellationToken);
        lock (gate)
        {
            return isMade ? Task.FromResult(Response.FromValue(answer(), null!)) : throw FakeFailure.Of(404, "QueueNotFound");
        }
    }

    private Entry Leased(string id, string receipt) =>
        !byId.TryGetValue(id, out var entry) ? throw FakeFailure.Of(404, "MessageNotFound")
        : entry.Receipt == receipt ? entry
        : throw FakeFailure.Of(400, "PopReceiptMismatch");

    private Entry Hold(Entry entry, TimeSpan visibility)
    {
        Remove(byId[entry.Id]);
        var held = entry with { VisibleAt = clock.GetUtcNow() + WholeSeconds(visibility), Receipt = Guid.NewGuid().ToString() };
        Add(held);
        return held;
    }

    private string Decode(string text) => IsBase64 ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;

    private void Add(Entry entry)
    {
        entries.Add(entry);
        byId.Add(entry.Id, entry);
    }

    private bool Remove(Entry entry) => entries.Remove(entry) && byId.Remove(entry.Id);

    private static TimeSpan WholeSeconds(TimeSpan? time) => TimeSpan.FromSeconds((int)(time ?? TimeSpan.Zero).TotalSeconds);

    private sealed record Entry(long Number, string Text, DateTimeOffset VisibleAt, DateTimeOffset ExpiresAt, long DequeueCount, string Receipt)
    {
        public string Id => Number.ToString(CultureInfo.InvariantCulture);
    }
}

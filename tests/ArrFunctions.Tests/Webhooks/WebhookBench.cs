using System.Text;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Library;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>The receiver over tables in memory.</summary>
internal sealed class WebhookBench : IDisposable
{
    private readonly OutboxSignal signal = new();

    public WebhookBench(ServarrOptions? servarr = null, AudioOptions? audio = null, IWorkQueue? queue = null)
    {
        Servarr = servarr ?? new();
        Audio = audio ?? new() { Roots = ["/data/media"] };
        Queue = queue ?? new MemoryWorkQueue(TimeProvider.System);
        Jobs = new(Tables);
        Ledger = new(Jobs, Queue, new JobsOptions(), signal, TimeProvider.System);
        Store = new(Tables);
        Intake = new(new WebhookReading(Servarr, Audio), Store, Ledger, Evidences.Over(Tables, signal, TimeProvider.System), new(new(Tables), new LibraryOptions()), Servarr, signal, TimeProvider.System, NullLogger<WebhookIntake>.Instance);
    }

    public MemoryTableStore Tables { get; } = new();

    public IWorkQueue Queue { get; }

    public ServarrOptions Servarr { get; }

    public AudioOptions Audio { get; }

    public JobStore Jobs { get; }

    public JobLedger Ledger { get; }

    public WebhookStore Store { get; }

    public WebhookIntake Intake { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<WebhookReply> ReceiveRecordedAsync(string name) =>
        Intake.AcceptAsync(new(RecordedWebhooks.ServiceOf(name), RouteInstance: null, RecordedWebhooks.Payload(name), Signature: null), Cancellation);

    public Task<WebhookReply> ReceiveAsync(string json, ServarrService service = ServarrService.Radarr, string? instance = null, string? signature = null) =>
        Intake.AcceptAsync(
            new(service, instance, Assert.IsType<WebhookBody.Event>(WebhookBody.Parse(Encoding.UTF8.GetBytes(json))).Payload, signature), Cancellation);

    /// <summary>An event that must lead to jobs.</summary>
    public async Task<IReadOnlyList<Job>> JobsOfAsync(WebhookReply reply)
    {
        var jobs = await Task.WhenAll(Assert.IsType<WebhookReply.Accepted>(reply).JobIds.Select(id => Ledger.FindAsync(id, Cancellation)));
        return [.. jobs.Select(job => job ?? throw new InvalidOperationException("A job of the answer is not there."))];
    }

    public async Task<int> CountJobsAsync() => (await Jobs.ListAsync(groups: null, limit: 1000, cursor: null, Cancellation)).Jobs.Count;

    public async Task<long> CountMessagesAsync() => await Queue.CountAsync(new JobsOptions().Queues[Lane.Webhook], Cancellation);

    /// <summary>What waits in the outbox of the events.</summary>
    public async Task<IReadOnlyList<EventRecord>> ToldAsync()
    {
        var told = new List<EventRecord>();
        foreach (var partition in JobStore.Partitions)
        {
            await foreach (var row in Tables.ReadAllAsync(WebhookStore.Table, partition, RowKeyRange.Prefix(Outbox.Prefix), Cancellation))
            {
                told.Add(Outbox.Read(row));
            }
        }

        return told;
    }

    public void Dispose() => signal.Dispose();
}

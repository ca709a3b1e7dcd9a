using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Jobs;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>The log, the notifier and targets that a test plays, in memory.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Nobody waits at the signal, and each test has its own.")]
internal sealed class NotificationBench
{
    private readonly OutboxSignal signal = new();
    private readonly CutOff? cut;
    private Engine engine = null!;

    public NotificationBench(CutOff? cut = null)
    {
        this.cut = cut;
        Options = new() { Targets = [New.Target()] };
        Restart();
    }

    public MemoryTableStore Tables { get; } = new();

    /// <summary>What somebody else does just before the next write.</summary>
    public Func<Task> BeforeCommit { get; set; } = static () => Task.CompletedTask;

    public ManualTimeProvider Clock { get; } = new();

    public NotificationsOptions Options { get; set; }

    public HttpOptions Http { get; set; } = new();

    public List<NotificationExtras> Extras { get; } = [];

    public Dictionary<string, PlayedTarget> Played { get; } = new(StringComparer.Ordinal);

    public PlayedTarget Phone => Of("phone");

    public NotificationStore Store => engine.Store;

    public NotificationIntake Intake => engine.Intake;

    public NotificationDelivery Delivery => engine.Delivery;

    public Notifier Notifier => engine.Notifier;

    public NotificationTest Test => engine.Test;

    public NotificationReport Report => engine.Report;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public PlayedTarget Of(string name) => Played.TryGetValue(name, out var played) ? played : Played[name] = new();

    /// <summary>What a new process has: the tables, and nothing else.</summary>
    public void Restart()
    {
        ITableStore tables = cut is null ? new Hooked(this) : new CutOffTables(Tables, cut);
        var options = new Live<NotificationsOptions>(() => Options);
        var http = new Live<HttpOptions>(() => Http);
        var store = new NotificationStore(tables, signal);
        var secrets = new NotificationSecrets(options, new Live<ServarrOptions>(new ServarrOptions()));
        var sender = new NotificationSender(target => Of(target.Name), target => Of(target.Name), secrets, Clock, NullLogger<NotificationSender>.Instance);
        var intake = new NotificationIntake(tables, new EventFeed(Tables), store, options, Clock);
        var delivery = new NotificationDelivery(tables, store, new NotificationComposer(Extras, secrets, http, NullLogger<NotificationComposer>.Instance), sender, options, Clock);
        engine = new(store, intake, delivery, new(intake, delivery, options), new(store, sender, options, http, Clock), new(store, options, http, Clock));
    }

    /// <summary>These targets are configured, and read the log from where it stands.</summary>
    public async Task StartAsync(params string[] names)
    {
        Options = Options with { Targets = [.. names.Select(static name => New.Target(name))] };
        await RunAsync();
    }

    /// <summary>Adds events to the log as they come.</summary>
    public async Task HappenAsync(params IEnumerable<EventRecord> events)
    {
        foreach (var chunk in events.Chunk(99))
        {
            await new EventLog(Tables).AddAsync(chunk, Cancellation);
            await new EventFeed(Tables).AddAsync(chunk, Cancellation);
        }
    }

    /// <summary>An event now, with a subject of its own.</summary>
    public EventRecord Now(int number, string name = "job.failed", EventSeverity severity = EventSeverity.Error) =>
        New.Event(name, $"job:{number}", $"Film {number}: it failed", severity, Clock.GetUtcNow());

    /// <summary>Moves what the notifier told itself to the log.</summary>
    public Task MoveAsync() =>
        new OutboxMover(Tables, new(Tables), new(Tables), [new(NotificationStore.Table, [NotificationStore.Partition])]).RunAsync(Cancellation);

    public Task<string> RunAsync() => Notifier.RunAsync(Cancellation);

    /// <summary>The same after a time.</summary>
    public Task<string> RunAsync(TimeSpan later)
    {
        Clock.Advance(later);
        return RunAsync();
    }

    public async Task<IReadOnlyList<string>> EventNamesAsync() =>
        [.. (await new EventFeed(Tables).ReadAsync(0, 1000, Cancellation)).Select(static one => one.Told!.Name)];

    public async Task<int> WaitingAsync(string name = "phone") => (await Store.WaitingAsync(name, Cancellation)).Count;

    private sealed class Hooked(NotificationBench bench) : ITableStore
    {
        public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
            bench.Tables.GetAsync(table, partitionKey, rowKey, cancellationToken);

        public ValueTask<TablePage> ListAsync(
            string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
            bench.Tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

        public async Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
        {
            await bench.BeforeCommit();
            await bench.Tables.CommitAsync(table, partitionKey, changes, cancellationToken);
        }
    }

    private sealed record Engine(
        NotificationStore Store, NotificationIntake Intake, NotificationDelivery Delivery, Notifier Notifier, NotificationTest Test, NotificationReport Report);
}

using ArrFunctions.Audio;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Logs;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Ops.Configuration;

/// <summary>The options of all features.</summary>
internal sealed record ArrFunctionsOptions
{
    public AudioOptions Audio { get; init; } = new();

    public IndexersOptions Indexers { get; init; } = new();

    public JobsOptions Jobs { get; init; } = new();

    public BatchesOptions Batches { get; init; } = new();

    public LibraryOptions Library { get; init; } = new();

    public ServarrOptions Servarr { get; init; } = new();

    public TmdbOptions Tmdb { get; init; } = new();

    public MediaServerOptions MediaServers { get; init; } = new();

    public WebhookOptions Webhooks { get; init; } = new();

    public ScheduleTimes Schedules { get; init; } = new();

    public LogsOptions Logs { get; init; } = new();

    public OtlpOptions Otlp { get; init; } = new();

    public MetricsOptions Metrics { get; init; } = new();

    public HttpOptions Http { get; init; } = new();

    public AccessOptions Access { get; init; } = new();

    public EventsOptions Events { get; init; } = new();

    public BackupOptions Backup { get; init; } = new();

    public NotificationsOptions Notifications { get; init; } = new();
}

using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Webhooks;

/// <summary>Registers the webhook receiver; the host brings the tables, the job ledger, the options of webhooks, audio and Servarr, and the clock.</summary>
internal static class WebhookFeature
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddFixedOptions()
        .AddSingleton<WebhookReading>()
        .AddSingleton<WebhookStore>()
        .AddSingleton<WebhookIntake>()
        .AddSingleton(provider => WebhookStats.Part(provider.GetRequiredService<WebhookIntake>()))
        .AddSingleton(provider => WebhookMetrics.Collector(provider.GetRequiredService<WebhookIntake>()))
        .AddSingleton<WebhookCleanUp>()
        .AddSingleton(provider =>
        {
            var cleanUp = provider.GetRequiredService<WebhookCleanUp>();
            return new KeptRows("webhooks", cleanUp.IsDueAsync, cleanUp.RunAsync);
        })
        .AddSingleton(new OutboxSource(WebhookStore.Table, JobStore.Partitions))
        .AddSingleton<ReconciliationCursors>()
        .AddSingleton<Reconciliation>()
        .AddSingleton(provider =>
        {
            var reconciliation = provider.GetRequiredService<Reconciliation>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.Reconciliation);
            return new Schedule(
                "reconciliation", "Reconciliation", cron, "Finds imports that no webhook told of.", reconciliation.IsDueAsync, reconciliation.RunAsync);
        });
}

using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Library.Exports;

/// <summary>Has the scores of what was imported fetched at once, where the library is known at all.</summary>
internal sealed class ImportRefresh(LibraryStore store, Live<LibraryOptions> options)
{
    /// <param name="titleId">Id of the movie or series; null: the event did not tell.</param>
    /// <param name="webhookId">Of the event.</param>
    /// <returns>The job that does it; null: there is nothing to refresh.</returns>
    public async Task<NewJob?> JobOfAsync(string instance, int? titleId, string webhookId, string? title, CancellationToken cancellationToken) =>
        options.Value.RefreshOnImport && titleId is > 0 and var id && await store.FindStateAsync(instance, cancellationToken) is ({ Collected: not null }, _)
            ? new()
            {
                Id = JobId.Hash("refresh", instance, webhookId),
                Kind = JobKind.Export,
                Source = JobSource.Webhook,
                Lane = Lane.Low,
                Path = new ExportItem(instance, id, id, IsRefresh: true).ToString(),
                Instance = instance,
                Title = title,
                WebhookId = webhookId,
            }
            : null;
}

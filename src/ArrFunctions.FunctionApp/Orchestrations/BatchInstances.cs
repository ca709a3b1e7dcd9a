using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>Which instance of an orchestration looks after what, and what it is told by events.</summary>
internal static class BatchInstances
{
    /// <summary>To a batch: somebody asked for its end, or may have; the store says.</summary>
    public const string Cancel = "Cancel";

    /// <summary>To a page: nothing of it is queued or running, or was not a moment ago.</summary>
    public const string PageDone = "PageDone";

    public static string Of(string batchId, int attempt) => attempt == 1 ? batchId : $"{batchId}-{attempt}";

    /// <summary>Of every attempt the same: the worker that settles a page knows nothing of attempts, and a batch is tried again only when all its pages have ended.</summary>
    public static string Of(BatchPage page) => $"{page.BatchId}-page-{page.Number}";
}

using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Jobs.Batches;

internal static class BatchOperations
{
    public static Operation Start() => new Operation("startBatch", "Works on a whole folder")
        .Saying("Only path is needed. A member that is not known is refused, because it may be a filter. Location names the batch.")
        .Takes(
            BatchBodyJson.Default.BatchBody,
            """{"path": "/data/media/movies", "recursive": true, "patterns": ["**/*.{mkv,mp4}"], "dryRun": true, "priority": "low", "filters": {"minSize": "1KB", "exclude": ["**/*sample*"]}}""",
            "path")
        .Answers(202, BatchJson.Default.BatchStarted)
        .Fails(400, "badRequest", "relativePath", "path", "pattern", "outsideRoots")
        .Fails(404, "noSuchFolder")
        .Fails(409, "folderBusy", "noRoots", "dryRun")
        .Fails(429, "batchRate")
        .Fails(503, "tooManyBatches");

    public static Operation List() => new Operation("listBatches", "Batches, newest first, with their progress as it was noted last").Paged().Answers(200, BatchJson.Default.BatchList);

    public static Operation Find() => Of("getBatch", "A batch with its progress").Answers(200, BatchJson.Default.BatchView);

    public static Operation ListItems() => Of("listBatchItems", "The jobs of a batch, in the order of its folder").Filtered().Paged().Answers(200, JobJson.Default.JobPage);

    public static Operation Retry() => Of("retryBatch", "Gives files that failed another attempt").Answers(202, BatchJson.Default.BatchView).Fails(409, "notRetryable");

    public static Operation Cancel() => Of("cancelBatch", "Begins nothing more; what runs comes to its end").Answers(202, BatchJson.Default.BatchView).Fails(409, "notCancellable");

    private static Operation Of(string id, string summary) => new Operation(id, summary)
        .Path("id", "Of the batch.", "7d793037a0760186574b0282f2f435e7", ParameterKind.Matching("^[0-9a-f]{32}$"))
        .Fails(404, "noSuchBatch");
}

using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Indexers;

internal static class IndexerOperations
{
    public static Operation List() => new Operation("listIndexers", "Each indexer of each instance, how it stands and how it did").Answers(200, IndexersJson.Default.IndexerList);

    public static Operation OfInstance() => new Operation("getIndexers", "The indexers of one instance").At().Answers(200, IndexersJson.Default.IndexerList);

    public static Operation Statistics() => new Operation("getIndexerStatistics", "Questions, failures, success rate and figures of each indexer; grabs as Prowlarr counts them")
        .Query("days", "How far back; 7 unless told.", ParameterKind.Whole(1, 3650), 30)
        .Answers(200, IndexersJson.Default.IndexerStatistics)
        .Fails(400, "days");

    public static Operation History() => new Operation("listObservations", "What was seen of indexers, newest first")
        .Query("instance", "Of this one; of all without it.", ParameterKind.Text, "prowlarr")
        .Query("id", "Of this indexer of the instance.", ParameterKind.Whole(1, int.MaxValue), 1)
        .Query("hours", "How far back; without it, as far as observations are kept.", ParameterKind.Whole(1, 87_840), 24)
        .Paged()
        .Answers(200, IndexersJson.Default.ObservationListView)
        .Fails(400, "hours", "id");

    public static Operation Uptime() => new Operation("getIndexerUptime", "24 hours, 7, 30 and 90 days, streak, last failures, each of 90 days")
        .AtIndexer().Answers(200, UptimeJson.Default.IndexerUptime);

    public static Operation Plan() => new Operation("getHealPlan", "The plan of the last heal sweep").Answers(200, IndexersJson.Default.HealPlan).Fails(404, "noPlan");

    public static Operation Heal() => new Operation("heal", "Runs a heal sweep now")
        .MayTake(HealBodyJson.Default.HealBody, """{"dryRun": true}""")
        .Answers(200, IndexersJson.Default.HealPlan)
        .Fails(400, "bodyMalformed")
        .Fails(409, "dryRun", "alreadyRunning")
        .Fails(502, "sweepFailed");

    public static Operation Sweep() => new Operation("sweep", "Runs a health sweep now")
        .Answers(200, IndexersJson.Default.SweepView).Fails(409, "alreadyRunning").Fails(502, "sweepFailed");

    public static Operation TestAll() => new Operation("testIndexers", "Tests each indexer that is on").Forced().Answers(200, IndexersJson.Default.TestList);

    public static Operation Test() => new Operation("testIndexer", "Tests one indexer, where it is judged").One().Answers(200, IndexersJson.Default.TestView);

    public static Operation Enable() => new Operation("enableIndexer", "Gives it the flags that it had, where it is judged, and reads them back")
        .One().Answers(200, IndexersJson.Default.SwitchView);

    public static Operation Disable() => new Operation("disableIndexer", "Switches it off; no sweep brings it back").One().Answers(200, IndexersJson.Default.SwitchView);

    private static Operation At(this Operation operation) => operation.Path("instance", "Name of the instance.", "prowlarr").Fails(404, "unknownInstance");

    private static Operation AtIndexer(this Operation operation) => operation.At()
        .Path("id", "The number that the indexer has there.", "1", ParameterKind.Whole(1, int.MaxValue))
        .Fails(400, "badRequest")
        .Fails(404, "noSuchIndexer")
        .Fails(502, "instanceFailed");

    private static Operation One(this Operation operation) => operation.AtIndexer().Forced().Fails(429, "tooSoon");

    private static Operation Forced(this Operation operation) => operation
        .Query("force", "Also within 15 minutes; a tracker counts every question.", ParameterKind.Flag, true)
        .Fails(400, "badRequest");
}

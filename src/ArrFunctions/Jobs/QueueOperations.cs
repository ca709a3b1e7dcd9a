using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Jobs;

internal static class QueueOperations
{
    public static Operation Show() => new Operation("getQueue", "Each lane: messages, workers, whether it is paused").Answers(200, JobJson.Default.QueueView);

    public static Operation Pause() => Switch("pauseQueue", "Takes work in and does none, in one lane or all");

    public static Operation Resume() => Switch("resumeQueue", "Works again, in one lane or all");

    private static Operation Switch(string id, string summary) => new Operation(id, summary)
        .Query("lane", "Only this one; all without it.", ParameterKind.OneOf<Lane>(), "webhook")
        .Answers(200, JobJson.Default.QueueView)
        .Fails(400, "lane");
}

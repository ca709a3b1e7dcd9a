using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Health;

internal static class HealthOperations
{
    public static Operation Ready() => new Operation("getReadiness", "Whether the program can do its work")
        .Saying("With a key of the role read, what was checked and what is wrong; without one, no more than ready or not. It is 503 only where nothing can be taken in or done.")
        .Answers(200, HealthJson.Default.HealthReport)
        .Answers(503, HealthJson.Default.HealthReport);

    public static Operation Startup() => new Operation("getStartup", "The start of the program, step by step").Answers(200, HealthJson.Default.StartupReport);
}

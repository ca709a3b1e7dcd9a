using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Stats;

internal static class StatsOperations
{
    public static Operation Read() => new Operation("getStats", "What was done: today, since the start, in all, and by feature").Answers(200, "application/json");
}

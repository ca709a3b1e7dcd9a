using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Stats;

internal static class StatsOperations
{
    public static Operation Read() => new Operation("getStats", "What was done: today, since the start, in all, and by feature").Answers(200, "application/json");

    public static Operation Widget() => new Operation("getWidget", "Figures for a start page, all on one level")
        .Saying("Each field is always there, and keeps its name, type and meaning within v1; more can be added. What is not known is null.")
        .Answers(200, WidgetJson.Default.Widget);
}

using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Events;

internal static class EventOperations
{
    public static Operation List() => new Operation("listEvents", "What happened, newest first").Paged().Answers(200, EventJson.Default.EventPage);
}

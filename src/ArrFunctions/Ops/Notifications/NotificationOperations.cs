using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Notifications;

internal static class NotificationOperations
{
    public static Operation List() => new Operation("listNotifications", "Who is told of what, and how the targets stand")
        .Answers(200, NotificationJson.Default.NotificationList);

    public static Operation Test() => new Operation("testNotifications", "Sends a test to one target, or to all")
        .Saying("Rules and quiet hours do not count. A target that takes it is in order again, and gets what waits for it. A target of the kind healthchecks or kuma gets a sign of life that says up.")
        .MayTake(NotificationJson.Default.NotificationTestRequest, "{}")
        .Answers(200, NotificationJson.Default.NotificationTestList)
        .Fails(400, "bodyMalformed")
        .Fails(404, "noSuchTarget");
}

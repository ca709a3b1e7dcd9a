using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Jobs.Schedules;

internal static class ScheduleOperations
{
    public static Operation List() => new Operation("listSchedules", "Each timer: when, its last run, its next one, failures").Answers(200, ScheduleJson.Default.ScheduleList);

    public static Operation Show() => Of("getSchedule", "One timer");

    public static Operation Run() => Of("runSchedule", "Runs it now, also when it is switched off").Fails(409, "alreadyRunning").Fails(500, "scheduleFailed");

    public static Operation CleanUp() => new Operation("cleanUp", "Runs every timer that removes what is over, and tells what each removed")
        .Saying("One that fails does not keep the others from running: its outcome says so.")
        .Answers(200, ScheduleJson.Default.CleanUpReport);

    public static Operation Enable() => Of("enableSchedule", "Switches it on");

    public static Operation Disable() => Of("disableSchedule", "Switches it off");

    private static Operation Of(string id, string summary) => new Operation(id, summary)
        .Path("name", "Of the timer.", "job-sweep")
        .Answers(200, ScheduleJson.Default.ScheduleView)
        .Fails(404, "noSuchSchedule");
}

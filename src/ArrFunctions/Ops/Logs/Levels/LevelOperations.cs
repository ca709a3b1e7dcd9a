using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Logs.Levels;

internal static class LevelOperations
{
    public static Operation Show() => new Operation("listLogLevels", "The levels of the log that hold").Answers(200, LevelJson.Default.LevelsView);

    public static Operation Change() => new Operation("changeLogLevels", "Changes levels of the log at once, for a while or for good")
        .Takes(LevelJson.Default.LevelsBody, """{"levels": {"ArrFunctions.Indexers": "debug"}, "for": "15m"}""", "levels")
        .Answers(200, LevelJson.Default.LevelsView)
        .Fails(400, "bodyMalformed", "duration", "logCategory", "logLevel", "logLevelClosed");
}

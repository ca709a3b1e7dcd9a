using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Setup;

internal static class SetupOperations
{
    public static Operation Connect() => new Operation("connectInstance", "Has the instance post its events here, with a key of its own")
        .At()
        .MayTake(SetupJson.Default.WebhookSetupBody, """{"url": "http://arrfunctions:8484"}""")
        .Answers(200, SetupJson.Default.WebhookSetupView)
        .Fails(400, "bodyMalformed", "urlInvalid")
        .Fails(409, "setupRunning")
        .Fails(502, "webhookUnreachable", "webhookRedirected", "webhookRefused", "webhookUncertain", "instanceKeyWrong", "instanceUrlWrong", "instanceUnreachable");

    public static Operation Test() => new Operation("testInstance", "Whether the instance is what the configuration says")
        .Saying("200 also where something is wrong: the answer says what.")
        .At()
        .Answers(200, SetupJson.Default.ConnectionReport);

    public static Operation CheckMappings() => new Operation("checkMappings", "Whether the files of the instances are found here, and path mappings to paste")
        .Saying("mappings and roots are tried in place of the configured ones and need the role admin, since the answer tells which folders there are.")
        .MayTake(SetupJson.Default.MappingCheckBody, """{"instance": "radarr"}""")
        .Answers(200, SetupJson.Default.MappingReports)
        .Fails(400, "bodyMalformed", "instanceNeeded", "mappingInvalid", "rootInvalid", "tooMany")
        .Fails(404, "unknownInstance");

    public static Operation Progress() => new Operation("getSetup", "Where the first run stands, step by step")
        .Answers(200, SetupJson.Default.SetupReport);

    private static Operation At(this Operation operation) => operation.Path("instance", "Name of the instance.", "radarr").Fails(404, "unknownInstance");
}

using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Configuration;

internal static class ConfigurationOperations
{
    public static Operation Read() => new Operation("getConfiguration", "Every setting with its value and its source, but no secret")
        .Answers(200, ConfigurationJson.Default.ConfigurationView);

    public static Operation Change() => new Operation("changeConfiguration", "Stores settings, all of them or none")
        .Saying("What is live holds at once, everything else after the next start. null removes a stored value. What a file or the environment sets wins over what is stored.")
        .Header("If-Match", "The ETag of the stored settings, as they were read.")
        .Takes(ConfigurationJson.Default.DictionaryStringJsonElement, """{"Audio:DryRun": true, "Audio:Languages": ["jpn", "eng"], "Audio:MaxFileSize": null}""")
        .Answers(200, ConfigurationJson.Default.ChangeReport)
        .Fails(400, "bodyMalformed")
        .Fails(412, "configChanged")
        .Fails(413, "bodyTooLarge")
        .Fails(422, "configInvalid");

    public static Operation Reload() => new Operation("reloadConfiguration", "Reads all sources again")
        .Answers(200, ConfigurationJson.Default.ConfigurationView)
        .Fails(422, "configInvalid");

    public static Operation Validate() => new Operation("validateConfiguration", "Says what is wrong with a configuration, or is probably meant otherwise")
        .Saying("The body is a candidate for config.yaml, in YAML or JSON; without one it is the configuration that there is.")
        .Query("connectivity", "Also asks everybody it names.", ParameterKind.Flag)
        .Takes("application/yaml", "Audio:\n  DryRun: true\n")
        .Answers(200, ConfigurationJson.Default.ValidationReport)
        .Fails(400, "bodyMalformed")
        .Fails(413, "bodyTooLarge");
}

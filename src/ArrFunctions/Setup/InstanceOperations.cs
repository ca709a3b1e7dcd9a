using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Setup;

internal static class InstanceOperations
{
    public static Operation List() => new Operation("listInstances", "The instances: where each is set, and all of it but its key")
        .Answers(200, InstanceJson.Default.InstanceList);

    public static Operation Find() => new Operation("getInstance", "One instance: where it is set, and all of it but its key").At().Answers(200, InstanceJson.Default.InstanceView);

    public static Operation Add() => new Operation("addInstance", "Stores an instance, which is used at once")
        .Saying("The key is kept encrypted. Location names the instance.")
        .Takes(InstanceJson.Default.InstanceBody, """{"name": "radarr-4k", "service": "radarr", "url": "http://radarr-4k:7878", "apiKey": "0123456789abcdef0123456789abcdef"}""", "name", "service", "url", "apiKey")
        .Answers(201, InstanceJson.Default.InstanceView)
        .Fails(400, "bodyMalformed")
        .Fails(409, "nameTaken", "configChanged")
        .Fails(422, "configInvalid");

    public static Operation Change() => new Operation("changeInstance", "Changes a stored instance; what is left out stays")
        .Saying("With the URL of another server the key has to be given again. An empty certificateAuthority takes it away.")
        .At("radarr-4k")
        .Takes(InstanceJson.Default.InstancePatch, """{"url": "http://radarr-4k:7878/radarr"}""")
        .Answers(200, InstanceJson.Default.InstanceView)
        .Fails(400, "bodyMalformed", "keyNeeded")
        .Fails(409, "notEditable", "configChanged")
        .Fails(422, "configInvalid");

    public static Operation Remove() => new Operation("removeInstance", "Removes a stored instance, its stored path mappings and its webhook keys")
        .At("radarr-4k")
        .Answers(204)
        .Fails(409, "notEditable", "configChanged")
        .Fails(422, "configInvalid");

    public static Operation TestCandidate() => new Operation("testCandidate", "Whether an instance that is not stored is what was typed")
        .Saying("Asked once; 200 also where something is wrong: the answer says what. A saved key, by instance and without apiKey, is sent to its own server alone.")
        .Takes(InstanceJson.Default.CandidateBody, """{"service": "radarr", "url": "http://radarr:7878", "apiKey": "0123456789abcdef0123456789abcdef"}""")
        .Answers(200, SetupJson.Default.ConnectionReport)
        .Fails(400, "bodyMalformed", "serviceInvalid", "urlInvalid", "keyNeeded", "keyInvalid", "authorityInvalid")
        .Fails(404, "unknownInstance")
        .Fails(429, "testRate");

    public static Operation Map() => new Operation("changeMappings", "Replaces the stored path mappings of one instance")
        .Saying("An empty list takes them away. Those of other sources, and those for all instances, stay.")
        .Takes(InstanceJson.Default.MappingsBody, """{"instance": "radarr", "mappings": [{"from": "/movies", "to": "/data/movies"}]}""", "instance", "mappings")
        .Answers(200, InstanceJson.Default.InstanceView)
        .Fails(400, "bodyMalformed", "tooManyMappings")
        .Fails(404, "unknownInstance")
        .Fails(409, "configChanged")
        .Fails(422, "configInvalid");

    private static Operation At(this Operation operation, string example = "radarr") => operation.Path("instance", "Name of the instance.", example).Fails(404, "unknownInstance");
}

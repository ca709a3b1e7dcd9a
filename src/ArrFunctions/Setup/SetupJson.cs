using System.Text.Json.Serialization;

namespace ArrFunctions.Setup;

/// <summary>Body of <c>POST instances/{instance}/webhook</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WebhookSetupBody(string? Url = null);

/// <summary>Answer of <c>POST instances/{instance}/webhook</c>.</summary>
/// <param name="Url">Where the instance posts to.</param>
/// <param name="Created">There was no connection before.</param>
/// <param name="Events">The switches that were set there.</param>
/// <param name="AlsoPosting">Names of other connections that post here too.</param>
internal sealed record WebhookSetupView(
    string Instance, string Service, string Url, bool Created, IReadOnlyList<string> Events, IReadOnlyList<string> AlsoPosting)
{
    public static WebhookSetupView Of(WebhookSetupOutcome.Connected connected) => new(
        connected.Instance.Name, connected.Instance.Service.ToString().ToLowerInvariant(), connected.Url, connected.IsNew, connected.Events, connected.Others);
}

/// <summary>Body of <c>POST mappings/check</c>.</summary>
/// <param name="Instance">Null: all.</param>
/// <param name="Mappings">In place of those that hold for the instance now.</param>
/// <param name="Roots">In place of <c>Audio:Roots</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MappingCheckBody(string? Instance = null, IReadOnlyList<MappingPair>? Mappings = null, IReadOnlyList<string>? Roots = null)
{
    public bool HasCandidates => Mappings is not null || Roots is not null;
}

/// <summary>Answer of <c>POST mappings/check</c>.</summary>
/// <param name="Roots">One for each media folder that was named; none where none was.</param>
internal sealed record MappingReports(IReadOnlyList<MappingReport> Instances, IReadOnlyList<RootReport> Roots);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConnectionReport))]
[JsonSerializable(typeof(WebhookSetupBody))]
[JsonSerializable(typeof(WebhookSetupView))]
[JsonSerializable(typeof(MappingCheckBody))]
[JsonSerializable(typeof(MappingReports))]
[JsonSerializable(typeof(SetupReport))]
internal sealed partial class SetupJson : JsonSerializerContext;

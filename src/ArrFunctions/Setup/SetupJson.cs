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
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MappingCheckBody(string? Instance = null);

/// <summary>Answer of <c>POST mappings/check</c>.</summary>
internal sealed record MappingReports(IReadOnlyList<MappingReport> Instances);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConnectionReport))]
[JsonSerializable(typeof(WebhookSetupBody))]
[JsonSerializable(typeof(WebhookSetupView))]
[JsonSerializable(typeof(MappingCheckBody))]
[JsonSerializable(typeof(MappingReports))]
internal sealed partial class SetupJson : JsonSerializerContext;

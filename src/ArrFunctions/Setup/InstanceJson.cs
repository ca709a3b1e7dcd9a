using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Answer of <c>GET instances</c>.</summary>
internal sealed record InstanceList(IReadOnlyList<InstanceView> Instances);

/// <param name="Service">sonarr, radarr, prowlarr.</param>
/// <param name="Source">What sets its URL: <c>stored</c>, <c>file</c>, <c>environment</c> or <c>commandLine</c>; <c>default</c>: the command that was started.</param>
/// <param name="Place">Where in the source.</param>
/// <param name="IsEditable">It can be changed and removed by these routes: only what is stored can.</param>
/// <param name="HasKey">It has an API key, which is shown to nobody.</param>
/// <param name="IsUsed">False for a stored one that was left out, because with it the configuration is not valid; its warnings tell why.</param>
/// <param name="CertificateAuthority">PEM file with who may have signed its certificate.</param>
/// <param name="Mappings">The path mappings that hold for it.</param>
internal sealed record InstanceView(
    string Name,
    string? Service,
    string? Url,
    string Source,
    string? Place,
    bool IsEditable,
    bool HasKey,
    bool IsUsed,
    string? CertificateAuthority,
    IReadOnlyList<MappingView> Mappings)
{
    public static InstanceView Of(Instance instance, ConfigurationState state)
    {
        var origin = InstanceOrigin.Of(state.Layers, instance.Name, instance.Service);
        return new(
            instance.Name,
            instance.Service.ToString().ToLowerInvariant(),
            instance.Url.OriginalString.TrimEnd('/'),
            Word(origin),
            origin?.Place,
            origin is { Source: SettingSource.Stored } && SettingKey.EntryOf(origin.Key) is not null,
            instance.ApiKey.Length > 0,
            IsUsed: true,
            instance.CertificateAuthority?.Path,
            [
                .. InstanceOrigin.Mappings(state.Layers, state.Options.Servarr.PathMappings, instance.Name)
                    .Select(static one => new MappingView(one.Mapping.From, one.Mapping.To, one.Mapping.Instance, Word(one.Entry))),
            ]);
    }

    /// <summary>One that is stored and was left out.</summary>
    public static InstanceView Of(StoredInstance left, StoredValues values) => new(
        left.Name,
        left.Service,
        left.Url,
        Word(SettingSource.Stored),
        "stored",
        IsEditable: true,
        values.Texts.ContainsKey(InstanceOrigin.Key(ListedInstance.List, left.Place, "ApiKey")),
        IsUsed: false,
        left.CertificateAuthority,
        []);

    private static string Word(SettingEntry? entry) => Word(entry?.Source ?? SettingSource.Default);

    private static string Word(SettingSource source) => JsonNamingPolicy.CamelCase.ConvertName(source.ToString());
}

/// <param name="From">The folder as the instance names it.</param>
/// <param name="To">The same folder here.</param>
/// <param name="Instance">The one it holds for; null: all.</param>
/// <param name="Source">As that of an instance.</param>
internal sealed record MappingView(string From, string To, string? Instance, string Source);

/// <summary>Body of <c>POST instances</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InstanceBody(string? Name = null, string? Service = null, string? Url = null, string? ApiKey = null, string? CertificateAuthority = null)
{
    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Name}";
}

/// <summary>Body of <c>PUT instances/{instance}</c>: what is left out stays.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InstancePatch(string? Url = null, string? ApiKey = null, string? CertificateAuthority = null)
{
    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Url}";
}

/// <summary>Body of <c>POST instances/test</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CandidateBody(string? Service = null, string? Url = null, string? ApiKey = null, string? CertificateAuthority = null, string? Instance = null)
{
    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Url}";
}

/// <summary>Body of <c>PUT mappings</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MappingsBody(string? Instance = null, IReadOnlyList<MappingPair>? Mappings = null);

/// <param name="From">A folder as the instance names it.</param>
/// <param name="To">The same folder here.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MappingPair(string? From = null, string? To = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InstanceList))]
[JsonSerializable(typeof(InstanceBody))]
[JsonSerializable(typeof(InstancePatch))]
[JsonSerializable(typeof(CandidateBody))]
[JsonSerializable(typeof(MappingsBody))]
[JsonSerializable(typeof(InstanceView))]
internal sealed partial class InstanceJson : JsonSerializerContext;

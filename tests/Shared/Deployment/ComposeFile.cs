using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ArrFunctions.Tests.Shared.Deployment;

/// <summary>A compose file at the root of the repository.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode root;

    private ComposeFile(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        root = (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public IEnumerable<string> Services => Keys(Map(root, "services"));

    public IEnumerable<string> Volumes => root.Children.ContainsKey("volumes") ? Keys(Map(root, "volumes")) : [];

    public static ComposeFile Read(string path) => new(Repository.Read(path));

    public YamlMappingNode Service(string name) => Map(Map(root, "services"), name);

    public static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    public static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    public static string[] List(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Select(entry => ((YamlScalarNode)entry).Value!)] : [];

    public static IReadOnlyDictionary<string, string> Environment(YamlMappingNode service) =>
        Map(service, "environment").ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ((YamlScalarNode)entry.Value).Value!, StringComparer.Ordinal);

    /// <summary>How long a service may take to stop; compose writes it as 45s.</summary>
    public static TimeSpan StopGrace(YamlMappingNode service) =>
        TimeSpan.FromSeconds(int.Parse(Text(service, "stop_grace_period").TrimEnd('s'), CultureInfo.InvariantCulture));

    public YamlMappingNode Network(string name) => Map(Map(root, "networks"), name);

    /// <summary>What every service needs so that it is there after a restart, and stops in order.</summary>
    public void AssertStopsInOrder() => Assert.All(Services.Select(Service), service =>
    {
        Assert.Equal("unless-stopped", Text(service, "restart"));
        Assert.Equal("true", Text(service, "init"));
        Assert.InRange(StopGrace(service), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
        Assert.Contains("no-new-privileges:true", List(service, "security_opt"));
    });

    /// <summary>The Dockerfile and the target that an image of ours is built from exist, and its tag is the version of the product.</summary>
    public void AssertBuilds(string service)
    {
        var (node, build) = (Service(service), Map(Service(service), "build"));
        Assert.EndsWith($":{ImageRules.Version}", Text(node, "image"), StringComparison.Ordinal);
        Assert.Equal(".", Text(build, "context"));
        Assert.Contains(Text(build, "target"), Dockerfile.Read(Text(build, "dockerfile")).Stages.Select(stage => stage.Name));
    }

    private static IEnumerable<string> Keys(YamlMappingNode node) => node.Select(entry => ((YamlScalarNode)entry.Key).Value!);
}

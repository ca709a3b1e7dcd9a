using System.Globalization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Tests.Shared.Deployment;
using YamlDotNet.RepresentationModel;

namespace ArrFunctions.SelfHost.Tests.Deployment;

/// <summary>docs/kubernetes/arrfunctions.yml fits the program and the image; there is no cluster here.</summary>
public sealed class KubernetesTests
{
    private static readonly IReadOnlyList<YamlMappingNode> Objects = Read();

    private static YamlMappingNode Deployment => Of("Deployment");

    private static YamlMappingNode Pod => Map(Map(Map(Deployment, "spec"), "template"), "spec");

    private static YamlMappingNode Container => Assert.Single(Items(Pod, "containers"));

    [Fact]
    public void There_is_one_copy_and_never_two_at_once()
    {
        Assert.Equal("1", Text(Map(Deployment, "spec"), "replicas"));
        Assert.Equal("Recreate", Text(Map(Map(Deployment, "spec"), "strategy"), "type"));
        Assert.True(int.Parse(Text(Pod, "terminationGracePeriodSeconds"), CultureInfo.InvariantCulture) >= ServiceHost.StopTimeout.TotalSeconds + 10, "Killed before the file in hand is finished.");
    }

    [Fact]
    public void It_has_no_more_rights_than_it_needs()
    {
        var (pod, container) = (Map(Pod, "securityContext"), Map(Container, "securityContext"));
        Assert.Equal(("true", "RuntimeDefault"), (Text(pod, "runAsNonRoot"), Text(Map(pod, "seccompProfile"), "type")));
        Assert.NotEqual("0", Text(pod, "runAsUser"));
        Assert.Equal(Text(pod, "runAsGroup"), Text(pod, "fsGroup"));
        Assert.Equal(("false", "true"), (Text(container, "allowPrivilegeEscalation"), Text(container, "readOnlyRootFilesystem")));
        Assert.Equal("ALL", Assert.Single((YamlSequenceNode)Map(container, "capabilities")["drop"]).ToString());
        Assert.Equal("false", Text(Pod, "automountServiceAccountToken"));
        Assert.DoesNotContain("privileged", Repository.Read("docs/kubernetes/arrfunctions.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_probes_are_routes_that_ask_for_no_key()
    {
        foreach (var probe in (string[])["startupProbe", "livenessProbe", "readinessProbe"])
        {
            var get = Map(Map(Container, probe), "httpGet");
            Assert.Contains($"GET {Text(get, "path")}", KnownRoute.Open);
            Assert.Equal("http", Text(get, "port"));
        }

        Assert.Equal("/health/ready", Text(Map(Map(Container, "readinessProbe"), "httpGet"), "path"));
        Assert.Equal("/health", Text(Map(Map(Container, "livenessProbe"), "httpGet"), "path"));
    }

    [Fact]
    public void Its_port_is_that_of_the_image()
    {
        var exposed = Assert.Single(Dockerfile.Read("Dockerfile.selfhost").Of("full", "EXPOSE")).Arguments;
        var port = Assert.Single(Items(Container, "ports"));

        Assert.Equal((exposed, "http"), (Text(port, "containerPort"), Text(port, "name")));
        Assert.Equal("http", Text(Assert.Single(Items(Map(Of("Service"), "spec"), "ports")), "targetPort"));
        Assert.EndsWith($":{ImageRules.Version}", Text(Container, "image"), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_variables_are_settings_and_each_key_is_in_the_secret()
    {
        var keys = Map(Of("Secret"), "stringData").Select(entry => entry.Key.ToString()).ToList();
        foreach (var variable in Items(Container, "env"))
        {
            var name = Text(variable, "name");
            Assert.NotNull(SettingCatalogue.Find((SettingFile.WithoutSuffix(name) ?? name).Replace("__", ":", StringComparison.Ordinal)));
            if (Text(variable, "value") is var value && value.StartsWith("/run/secrets/arrfunctions/", StringComparison.Ordinal))
            {
                Assert.Contains(Path.GetFileName(value), keys);
            }
        }
    }

    [Fact]
    public void All_it_writes_to_is_mounted()
    {
        var volumes = Items(Pod, "volumes").ToDictionary(volume => Text(volume, "name"), StringComparer.Ordinal);
        var mounts = Items(Container, "volumeMounts").ToDictionary(mount => Text(mount, "mountPath"), mount => volumes[Text(mount, "name")], StringComparer.Ordinal);

        Assert.Equal(volumes.Count, mounts.Count);
        Assert.Equal(Text(Map(Of("PersistentVolumeClaim"), "metadata"), "name"), Text(Map(mounts["/config"], "persistentVolumeClaim"), "claimName"));
        Assert.True(mounts["/tmp"].Children.ContainsKey("emptyDir"), "Exports sort in files for the time being.");
        Assert.Contains("/data", mounts.Keys);
    }

    [Fact]
    public void What_selects_the_pod_finds_it()
    {
        var labels = Map(Map(Map(Map(Deployment, "spec"), "template"), "metadata"), "labels").ToString();

        Assert.Equal(labels, Map(Map(Map(Deployment, "spec"), "selector"), "matchLabels").ToString());
        Assert.Equal(labels, Map(Map(Of("Service"), "spec"), "selector").ToString());
        Assert.Equal(labels, Map(Map(Map(Of("NetworkPolicy"), "spec"), "podSelector"), "matchLabels").ToString());
    }

    private static IReadOnlyList<YamlMappingNode> Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read("docs/kubernetes/arrfunctions.yml")));
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    private static YamlMappingNode Of(string kind) => Assert.Single(Objects, found => Text(found, "kind") == kind);

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode node, string key) => ((YamlSequenceNode)node[key]).Cast<YamlMappingNode>();

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;
}

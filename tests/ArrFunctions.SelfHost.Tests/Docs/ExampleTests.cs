using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>Settings, YAML and JSON in the documents are such that the program, or whoever else reads them, takes them.</summary>
public sealed partial class ExampleTests
{
    /// <summary>Beginnings of variables that are none of the product's settings.</summary>
    private static readonly string[] Others = ["AzureWebJobs", "AzureFunctions", "FunctionsData"];

    public static TheoryData<string> Documents => [.. Document.All.Where(document => !document.StartsWith("docs/decisions/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_variable_that_is_named_is_a_setting(string document) => Assert.DoesNotContain(
        Variable.Matches(Repository.Read(document)).Select(match => match.Value).Where(name => !Others.Any(other => name.StartsWith(other, StringComparison.Ordinal))),
        name => !IsKnown(name.Replace("__", ":", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_key_that_is_named_is_a_setting(string document) => Assert.DoesNotContain(
        Key.Matches(Repository.Read(document)).Select(match => match.Groups["key"].Value).Where(key => SettingCatalogue.Sections.Contains(key.Split(':')[0])),
        key => !IsKnown(key));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_example_in_YAML_is_read(string document)
    {
        using var folder = new CommandFolder();
        var secret = folder.Film("secret");
        await File.WriteAllTextAsync(secret, "key\n", TestContext.Current.CancellationToken);
        foreach (var (_, text) in Document.Blocks(document, "yaml"))
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            Assert.NotEmpty(stream.Documents);
            if (stream.Documents[0].RootNode is YamlMappingNode root && root.Children.Keys.All(name => SettingCatalogue.Sections.Contains(name.ToString())))
            {
                (string, string)[] variables = [.. Expanded.Matches(text).Select(match => match.Groups["name"].Value).Distinct().Select(name => (name, IsAddress(name) ? "http://localhost/key" : "key"))];
                var run = await CommandRun.OfAsync(variables, "config", "validate", "--config", folder.Configuration(SecretPath.Replace(text, secret)));
                Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_example_in_JSON_is_read(string document) =>
        Assert.All(Document.Blocks(document, "json"), block => Assert.NotEqual(JsonValueKind.Undefined, JsonElement.Parse(block.Text).ValueKind));

    /// <summary>Whether a variable of an example holds an address, which is a secret as well.</summary>
    private static bool IsAddress(string name) => name.EndsWith("_URL", StringComparison.Ordinal) || name.EndsWith("_WEBHOOK", StringComparison.Ordinal);

    /// <summary>A setting, one of a file (<c>_FILE</c>), or a section of them; a list may be named by a place (0) or any ({N}).</summary>
    private static bool IsKnown(string key)
    {
        var name = key.TrimEnd(':', '.', '*').Replace("{N}", "0", StringComparison.Ordinal);
        name = name.EndsWith("_FILE", StringComparison.Ordinal) ? name[..^"_FILE".Length] : name;
        return SettingCatalogue.Find(name) is not null || SettingCatalogue.IsSection(name) || SettingCatalogue.Find($"{name}:0") is not null;
    }

    [GeneratedRegex(@"(?<![\w])[A-Z][A-Za-z0-9]+(__([A-Za-z][A-Za-z0-9]*|\d+|\{N\}))+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable { get; }

    [GeneratedRegex(@"`(?<key>[A-Z][A-Za-z0-9]+(:([A-Z][A-Za-z0-9]*|\d+|\{N\}))+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expanded { get; }

    [GeneratedRegex("/run/secrets/[a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex SecretPath { get; }
}

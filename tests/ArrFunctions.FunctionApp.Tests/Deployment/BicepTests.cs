using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Tests.Shared.Deployment;

namespace ArrFunctions.FunctionApp.Tests.Deployment;

/// <summary>What can be known of infra-bicep without its compiler.</summary>
public sealed partial class BicepTests
{
    private static BicepFile Main => BicepFile.All[0];

    private static BicepFile App => Module("modules/app.bicep");

    public static TheoryData<string> Files => [.. BicepFile.All.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Brackets_and_strings_fit_together(string path) => Assert.Equal("", Module(path).Unbalanced());

    [Theory]
    [InlineData("param a string = 'it\\'s ${b[0]} // no comment'\n// it's one\n", "")]
    [InlineData("var a = {\n  b: [\n  ]\n", "{")]
    [InlineData("var a = 'open\n", "'")]
    [InlineData("var a = (1]\n", "var a = (1")]
    public void The_reader_sees_what_does_not_fit_together(string text, string unbalanced) => Assert.Equal(unbalanced, new BicepFile("", text).Unbalanced());

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_parameter_and_output_is_described(string path)
    {
        var file = Module(path);

        Assert.All(file.Parameters.Concat(file.Outputs), declared => Assert.Contains("@description('", declared.Decorators, StringComparison.Ordinal));
        Assert.Equal(Keyword.Count(file.Text), file.Parameters.Count + file.Outputs.Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Numbers_sizes_and_secrets_are_constrained(string path) => Assert.All(Module(path).Parameters, parameter =>
    {
        Assert.Equal(parameter.Type == "int", parameter.Decorators.Contains("@minValue(", StringComparison.Ordinal) && parameter.Decorators.Contains("@maxValue(", StringComparison.Ordinal));
        Assert.Equal(parameter.Name.EndsWith("Sku", StringComparison.Ordinal) || parameter.Name == "skuName", parameter.Decorators.Contains("@allowed([", StringComparison.Ordinal));
        Assert.Equal(parameter.Name == "secrets", parameter.Decorators.Contains("@secure()", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_module_gets_its_parameters_and_no_others()
    {
        Assert.Equal(BicepFile.All.Skip(1).Select(file => file.Path).Order(), Main.Modules.Select(module => module.Path).Order());
        Assert.All(Main.Modules, module =>
        {
            var parameters = Module(module.Path).Parameters;
            Assert.Empty(module.Arguments.Except(parameters.Select(parameter => parameter.Name)));
            Assert.Empty(parameters.Where(parameter => !parameter.HasValue).Select(parameter => parameter.Name).Except(module.Arguments));
        });
    }

    [Fact]
    public void Every_output_that_is_read_is_there()
    {
        var outputs = Main.Modules.SelectMany(module => Module(module.Path).Outputs.Select(output => $"{module.Symbol}.outputs.{output.Name}"));
        string[] read = [.. Output.Matches(Main.Text).Select(match => match.Value.Replace("!", "", StringComparison.Ordinal))];

        Assert.NotEmpty(read);
        Assert.Empty(read.Except(outputs));
    }

    [Fact]
    public void Every_parameter_is_used() => Assert.All(BicepFile.All, file => Assert.All(
        file.Parameters,
        parameter => Assert.True(Regex.Count(file.Text, $@"\b{parameter.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)) > 1, $"{parameter.Name} of {file.Path} is used nowhere.")));

    [Fact]
    public void Only_the_account_with_the_shares_can_be_opened_with_a_key()
    {
        var accounts = BicepFile.All.Where(file => file.Text.Contains("'Microsoft.Storage/storageAccounts@2023-05-01' = {", StringComparison.Ordinal));

        Assert.Equal(
            [("modules/files.bicep", "true"), ("modules/state.bicep", "false")],
            accounts.Select(file => (file.Path, Assert.Single(file.ValuesOf("allowSharedKeyAccess")))).Order());
        Assert.All(BicepFile.All.Where(file => file.Text.Contains("listKeys", StringComparison.Ordinal)), file => Assert.Equal(App, file));
        Assert.All(App.ValuesOf("accessKey"), key => Assert.Equal("files.listKeys().keys[0].value", key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_secret_is_written_down(string path)
    {
        Assert.DoesNotMatch("(?i)(AccountKey|SharedAccessSignature|password)=", Module(path).Text);
        Assert.All(Quoted.Matches(Module(path).Text), text => Assert.DoesNotMatch("^(?=.*[0-9])[A-Za-z0-9+/=_]{24,}$", text.Groups["text"].Value));
    }

    [Fact]
    public void The_app_is_one_machine_and_speaks_nothing_but_tls()
    {
        (string Property, string Value)[] wanted =
        [
            ("capacity", "1"), ("numberOfWorkers", "1"), ("alwaysOn", "true"), ("httpsOnly", "true"),
            ("minTlsVersion", "'1.2'"), ("scmMinTlsVersion", "'1.2'"), ("ftpsState", "'Disabled'"),
        ];

        Assert.All(wanted, property => Assert.Equal((property.Property, property.Value), (property.Property, Assert.Single(App.ValuesOf(property.Property)))));
    }

    [Fact]
    public void The_app_has_every_setting_of_the_example_and_in_place_of_the_connection_its_identity()
    {
        var read = Example.Match(App.Text);
        var path = Path.GetRelativePath(Repository.PathOf(""), Path.GetFullPath(read.Groups["path"].Value, Repository.PathOf($"{BicepFile.Folder}/modules")));
        var example = JsonElement.Parse(Repository.Read(path)).GetProperty("Values");

        Assert.Equal("local.settings.example.json", path);
        Assert.True(example.TryGetProperty(read.Groups["without"].Value, out _));
        Assert.Equal("AzureWebJobsStorage", read.Groups["without"].Value);
        Assert.Contains("AzureWebJobsStorage__accountName", App.NamesIn("host"));
        Assert.Contains("union(example, host, telemetry, references, settings)", App.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_app_sets_beyond_the_example_is_a_setting_or_explained()
    {
        string[] names = [.. App.NamesIn("host"), .. App.NamesIn("telemetry")];

        Assert.Contains("APPLICATIONINSIGHTS_CONNECTION_STRING", names);
        ImageRules.AssertKnown(names);
    }

    [Fact]
    public void The_shares_are_mounted_where_the_image_has_its_folders()
    {
        var image = Dockerfile.Read("Dockerfile.functions");
        var media = ComposeFile.Environment(ComposeFile.Read("compose.functions.yml").Service("functions"))["Audio__Roots"];

        Assert.Equal([$"'{Assert.Single(image.Of("full", "VOLUME")).Arguments}'", $"'{media}'"], App.ValuesOf("mountPath"));
        Assert.Equal($"'{media}'", Assert.Single(App.ValuesOf("Audio__Roots")));
    }

    private static BicepFile Module(string path) => BicepFile.All.Single(file => file.Path == path);

    [GeneratedRegex("^(param|output) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keyword { get; }

    [GeneratedRegex(@"\b\w+!?\.outputs\.\w+", RegexOptions.None, 1000)]
    private static partial Regex Output { get; }

    [GeneratedRegex(@"'(?<text>[^'\n]*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"items\(loadJsonContent\('(?<path>[^']+)'\)\.Values\), entry => entry\.key != '(?<without>\w+)'\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example { get; }
}

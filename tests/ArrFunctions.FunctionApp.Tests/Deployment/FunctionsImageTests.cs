using System.Text.Json;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Tests.Shared.Deployment;

namespace ArrFunctions.FunctionApp.Tests.Deployment;

/// <summary>Dockerfile.functions and compose.functions.yml fit the app; they are not built here.</summary>
public sealed class FunctionsImageTests
{
    private const string Connection = "AzureWebJobsStorage";

    private readonly Dockerfile file = Dockerfile.Read("Dockerfile.functions");
    private readonly ComposeFile compose = ComposeFile.Read("compose.functions.yml");

    [Fact]
    public void It_can_be_built_from_what_the_builder_sees() => ImageRules.AssertBuildable(file);

    [Fact]
    public void It_publishes_the_app_with_the_packages_of_nuget_and_with_host_json()
    {
        var publish = Assert.Single(file.Of("build", "RUN")).Arguments;

        Assert.Contains("dotnet publish src/ArrFunctions.FunctionApp ", publish, StringComparison.Ordinal);
        Assert.Contains("-p:FullFeed=true", publish, StringComparison.Ordinal);
        Assert.Contains(file.Of("build", "COPY"), copy => copy.Arguments.Split(' ').Contains("host.json"));
        Assert.False(BuildContext.Has("local.settings.example.json"), "Only what the build reads is in the context.");
    }

    [Theory]
    [InlineData("lean", false)]
    [InlineData("full", true)]
    public void The_app_lies_where_the_host_looks_for_it_and_only_the_full_target_has_the_tools(string target, bool hasTools)
    {
        Assert.Contains(file.Of(target, "COPY"), copy => copy.Arguments == $"--from=build /app {file.Environment(target)["AzureWebJobsScriptRoot"]}");
        Assert.Equal(hasTools, file.Of(target, "RUN").Any(run => run.Arguments.Contains("ffmpeg mkvtoolnix", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_has_every_setting_of_the_example_but_the_connection_as_its_default()
    {
        var example = JsonElement.Parse(Repository.Read("local.settings.example.json")).GetProperty("Values").Deserialize<Dictionary<string, string>>()!;
        var image = file.Environment("full");

        Assert.True(example.Remove(Connection));
        Assert.All(example, setting => Assert.Equal((setting.Key, setting.Value), (setting.Key, image.GetValueOrDefault(setting.Key))));
        Assert.DoesNotContain(Connection, image.Keys);
    }

    [Fact]
    public void Its_variables_are_settings_or_explained_and_keep_the_keys_of_the_host_in_files()
    {
        ImageRules.AssertKnown(file.Environment("full").Keys);
        Assert.Equal("files", file.Environment("full")["AzureWebJobsSecretStorageType"]);
    }

    [Fact]
    public void Its_health_check_asks_the_route_that_answers_without_a_key()
    {
        var words = Dockerfile.ExecForm(Assert.Single(file.Of("full", "HEALTHCHECK")).Arguments);

        Assert.Equal(["bash", "-c"], words[..2]);
        Assert.Contains($"/dev/tcp/127.0.0.1/{Assert.Single(file.Of("full", "EXPOSE")).Arguments} ", words[2], StringComparison.Ordinal);
        Assert.Contains("GET /health HTTP/1.0\\r\\n", words[2], StringComparison.Ordinal);
        Assert.Contains(AppFunction.With<Microsoft.Azure.Functions.Worker.HttpTriggerAttribute>(), function => function.Trigger.Route == "health/{*rest}");
    }

    [Fact]
    public void The_compose_file_is_built_and_stops_in_order()
    {
        compose.AssertBuilds("functions");
        compose.AssertStopsInOrder();
        Assert.Equal(["functions", "azurite"], compose.Services);
        Assert.Equal("service_healthy", ComposeFile.Text(ComposeFile.Map(ComposeFile.Map(compose.Service("functions"), "depends_on"), "azurite"), "condition"));
        Assert.Equal("CMD", ComposeFile.List(ComposeFile.Map(compose.Service("azurite"), "healthcheck"), "test")[0]);
    }

    [Fact]
    public void The_storage_is_pinned_and_tells_nobody_and_is_reached_by_the_app_alone()
    {
        var azurite = compose.Service("azurite");

        ImageRules.AssertPinned(ComposeFile.Text(azurite, "image"));
        Assert.Empty(((string[])["--disableTelemetry", "--skipApiVersionCheck"]).Except(ComposeFile.List(azurite, "command")));
        Assert.Empty(ComposeFile.List(azurite, "ports"));
        Assert.Equal(["storage"], ComposeFile.List(azurite, "networks"));
        Assert.Equal("true", ComposeFile.Text(compose.Network("storage"), "internal"));
        Assert.Contains("storage", ComposeFile.List(compose.Service("functions"), "networks"));
    }

    [Fact]
    public void The_app_and_the_storage_have_the_same_account_whose_key_is_in_no_file_of_ours()
    {
        var account = ComposeFile.Environment(compose.Service("azurite"))["AZURITE_ACCOUNTS"].Split(':', 2);
        var connection = ComposeFile.Environment(compose.Service("functions"))[Connection]
            .Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);

        Assert.StartsWith("${AZURITE_KEY:?", account[1], StringComparison.Ordinal);
        Assert.Equal((account[0], account[1]), (connection["AccountName"], connection["AccountKey"]));
        Assert.Equal(
            ((string[])["Blob", "Queue", "Table"]).Select((service, place) => $"http://azurite:{10000 + place}/{account[0]}"),
            ((string[])["Blob", "Queue", "Table"]).Select(service => connection[$"{service}Endpoint"]));
    }

    [Fact]
    public void What_they_keep_lies_in_volumes()
    {
        string[] mounts = [.. compose.Services.SelectMany(service => ComposeFile.List(compose.Service(service), "volumes"))];

        Assert.All(compose.Volumes, volume => Assert.Contains(mounts, mount => mount.StartsWith($"{volume}:", StringComparison.Ordinal)));
        Assert.Contains("azurite-data:/data", mounts);
        Assert.Contains($"functions-config:{Assert.Single(file.Of("full", "VOLUME")).Arguments}", mounts);
    }

    [Fact]
    public void The_variables_of_the_compose_file_are_settings_or_explained() =>
        ImageRules.AssertKnown(compose.Services.SelectMany(service => ComposeFile.Environment(compose.Service(service)).Keys));
}

using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Tests.Shared.Deployment;

namespace ArrFunctions.SelfHost.Tests.Deployment;

/// <summary>Dockerfile.selfhost and compose.selfhost.yml fit the program; they are not built here.</summary>
public sealed class SelfHostImageTests
{
    private const string Script = "eng/image/arrfunctions";

    private static readonly (string, string)[] Container = [("DOTNET_RUNNING_IN_CONTAINER", "true")];

    private readonly Dockerfile file = Dockerfile.Read("Dockerfile.selfhost");
    private readonly ComposeFile compose = ComposeFile.Read("compose.selfhost.yml");

    [Fact]
    public void It_can_be_built_from_what_the_builder_sees() => ImageRules.AssertBuildable(file);

    [Fact]
    public void Nothing_but_sources_comes_near_it()
    {
        Assert.True(BuildContext.Has("src/ArrFunctions/ArrFunctions.csproj"));
        Assert.All((string[])["README.md", ".git", "tests", "docs/images.md", "eng/benchmarks"], path => Assert.False(BuildContext.Has(path), path));
        Assert.False(BuildContext.Has("src/ArrFunctions.SelfHost/obj"), "What the builds of this machine left would be mixed with those of the image.");
    }

    [Fact]
    public void It_compiles_for_the_architecture_of_the_image_with_the_packages_of_nuget()
    {
        var publish = Assert.Single(file.Of("build", "RUN")).Arguments;

        Assert.Contains("dotnet publish src/ArrFunctions.SelfHost ", publish, StringComparison.Ordinal);
        Assert.Contains("--arch \"$TARGETARCH\"", publish, StringComparison.Ordinal);
        Assert.Contains("-p:FullFeed=true", publish, StringComparison.Ordinal);
        Assert.Equal("1", file.Environment("build")["DOTNET_CLI_TELEMETRY_OPTOUT"]);
    }

    [Fact]
    public void Its_entry_point_starts_the_program_that_the_build_makes()
    {
        Assert.Equal(["arrfunctions"], Dockerfile.ExecForm(Assert.Single(file.Of("full", "ENTRYPOINT")).Arguments));
        Assert.Contains(file.Of("full", "COPY"), copy => copy.Arguments == $"--chmod=755 {Script} /usr/local/bin/arrfunctions");
        Assert.Contains($"/app/{typeof(ServiceHost).Assembly.GetName().Name}}}", Repository.Read(Script), StringComparison.Ordinal);
        Assert.True(File.GetUnixFileMode(Repository.PathOf(Script)).HasFlag(UnixFileMode.UserExecute));
    }

    [Theory]
    [InlineData("lean", false)]
    [InlineData("full", true)]
    public void Only_the_full_target_has_the_tools(string target, bool hasTools)
    {
        Assert.Equal(hasTools, file.Of(target, "RUN").Any(run => run.Arguments.Contains("ffmpeg mkvtoolnix", StringComparison.Ordinal)));
        Assert.Contains(file.Of(target, "COPY"), copy => copy.Arguments == "--from=build /app /app");
    }

    [Fact]
    public async Task Its_health_check_is_a_command_of_the_program()
    {
        var words = Dockerfile.ExecForm(Assert.Single(file.Of("full", "HEALTHCHECK")).Arguments);

        var run = await CommandRun.OfAsync([("PORT", "1")], words[1..]);

        Assert.Equal(("arrfunctions", 1), (words[0], run.ExitCode));
        Assert.StartsWith("Nothing answers at http://127.0.0.1:1.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_volume_and_its_port_are_those_of_the_program()
    {
        var help = await CommandRun.OfAsync(Container, "--help");

        Assert.Contains($"[default: {Assert.Single(file.Of("full", "VOLUME")).Arguments}]", help.Output, StringComparison.Ordinal);
        Assert.Contains($":{Assert.Single(file.Of("full", "EXPOSE")).Arguments},", help.Output, StringComparison.Ordinal);
        Assert.Equal("SIGTERM", Assert.Single(file.Of("full", "STOPSIGNAL")).Arguments);
    }

    [Fact]
    public void Its_variables_are_settings_or_explained() => ImageRules.AssertKnown(file.Environment("full").Keys);

    [Fact]
    public void The_service_of_the_compose_file_is_built_and_stops_in_order()
    {
        var service = compose.Service(Assert.Single(compose.Services));

        compose.AssertBuilds("arrfunctions");
        compose.AssertStopsInOrder();
        Assert.True(ComposeFile.StopGrace(service) > ServiceHost.StopTimeout);
    }

    [Fact]
    public void The_compose_file_keeps_the_state_and_gives_it_the_media()
    {
        var service = compose.Service("arrfunctions");

        Assert.Equal(["/config", "/data"], ComposeFile.List(service, "volumes").Select(volume => volume[(volume.LastIndexOf(':') + 1)..]));
        Assert.Equal(["7071:7071"], ComposeFile.List(service, "ports"));
        Assert.Equal("/data", ComposeFile.Environment(service)["Audio__Roots"]);
    }

    [Fact]
    public void The_variables_of_the_compose_file_are_settings_or_explained() =>
        ImageRules.AssertKnown(ComposeFile.Environment(compose.Service("arrfunctions")).Keys);

    [Fact]
    public async Task What_the_compose_file_sets_when_nobody_filled_it_in_is_a_valid_configuration()
    {
        var settings = ComposeFile.Environment(compose.Service("arrfunctions"))
            .Select(variable => (variable.Key, variable.Value.StartsWith("${", StringComparison.Ordinal) ? variable.Value[(variable.Value.IndexOf(":-", StringComparison.Ordinal) + 2)..^1] : variable.Value));

        var run = await CommandRun.OfAsync([.. settings], "config", "validate");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }
}

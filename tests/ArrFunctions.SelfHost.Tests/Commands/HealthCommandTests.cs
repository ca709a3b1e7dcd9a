using System.Globalization;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary><c>health</c>, as the health check of the image runs it.</summary>
public sealed class HealthCommandTests : IDisposable
{
    private readonly ServiceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_service_that_answers_is_healthy()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);

        var run = await CommandRun.OfAsync("health", "--url", service.Address.OriginalString);

        Assert.Equal((0, $"{service.Address.OriginalString} is healthy.\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task A_service_whose_start_has_ended_is_ready()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);
        (int ExitCode, string Output) run;
        do
        {
            var asked = await CommandRun.OfAsync("health", "--ready", "--url", service.Address.OriginalString);
            run = (asked.ExitCode, asked.Output);
        }
        while (run.ExitCode != 0);

        Assert.Equal((0, $"{service.Address.OriginalString} is ready.\n"), run);
    }

    [Fact]
    public async Task In_a_container_the_service_is_asked_at_the_port_that_it_listens_on()
    {
        await using var service = await ServiceProcess.StartAsync(["--data", folder.Data], ("DOTNET_RUNNING_IN_CONTAINER", "true"), ("PORT", "0"));
        Assert.Equal("[::]", service.Address.Host);

        var run = await CommandRun.OfAsync([("PORT", service.Address.Port.ToString(CultureInfo.InvariantCulture))], "health");

        Assert.Equal((0, $"http://127.0.0.1:{service.Address.Port} is healthy.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task No_proxy_is_asked_for_it()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);

        var run = await CommandRun.OfAsync([("HTTP_PROXY", "http://127.0.0.1:1"), ("http_proxy", "http://127.0.0.1:1")], "health", "--url", service.Address.OriginalString);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Without_a_service_it_fails_and_says_what_to_start()
    {
        var run = await CommandRun.OfAsync([("PORT", "1")], "health");

        Assert.Equal(
            (1, "", "Nothing answers at http://127.0.0.1:1. Start the service (arrfunctions, without a command), or name its address with --url.\n"),
            (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Another_program_at_the_address_is_not_the_service()
    {
        await using var sonarr = await FakeSonarr.StartAsync(new() { Folder = folder.Media, RootFolder = "/tv" }, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("health", "--url", sonarr.Url.OriginalString);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("is not a healthy ArrFunctions service", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7071", "health", "--url", "ftp://here")]
    [InlineData("http", "health")]
    public async Task What_is_no_address_is_a_wrong_command_line(string port, params string[] arguments)
    {
        var run = await CommandRun.OfAsync([("PORT", port)], arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
    }
}

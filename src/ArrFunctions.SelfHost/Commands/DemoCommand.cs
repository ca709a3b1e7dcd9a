using System.CommandLine;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Commands.Demo;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>demo</c>: the service at work for a Sonarr and a Radarr that are played, on sample files in a temporary folder.</summary>
internal static class DemoCommand
{
    public static Command Build(Terminal terminal)
    {
        var keep = new Option<bool>("--keep") { Description = "Keep the sample files and the state, to look at them with other programs." };
        var command = new Command("demo", "Run the service on sample files, with a Sonarr and a Radarr that are played, and show what it does.") { keep };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(keep), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool keeps, CancellationToken cancellationToken)
    {
        try
        {
            bool isAsMeant;
            string root;
            using (var folders = new DemoFolders(keeps))
            {
                root = folders.Root;
                isAsMeant = await PlayAsync(terminal, folders, cancellationToken);
            }

            terminal.Line($"The service has stopped{(keeps ? $"; everything is kept in {root}" : " and its files are gone; --keep leaves them there")}.");
            terminal.Line("For your own Sonarr and Radarr: dotnet run --project src/ArrFunctions.SelfHost");
            return isAsMeant ? ExitCode.Success : ExitCode.Failure;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            Terminal.Error($"The demo cannot go on: {failure.Message}");
            return ExitCode.Failure;
        }
    }

    private static async Task<bool> PlayAsync(Terminal terminal, DemoFolders folders, CancellationToken cancellationToken)
    {
        await using var sonarr = await FakeSonarr.StartAsync(new() { Folder = folders.Tv, RootFolder = "/tv" }, cancellationToken);
        await using var radarr = await FakeRadarr.StartAsync(new() { Folder = folders.Movies, RootFolder = "/movies" }, cancellationToken);
        await using var service = await ServiceHost.StartAsync(
            folders.Data, ["http://127.0.0.1:0"], Options(folders, sonarr, radarr), TellTroubles, cancellationToken);
        var address = new Uri(service.Addresses.Single());
        using var client = new DemoClient(address, (await File.ReadAllTextAsync(Path.Combine(folders.Data, "initial-key"), cancellationToken)).Trim());
        sonarr.Connection = await ConnectionAsync(DemoStory.Sonarr);
        radarr.Connection = await ConnectionAsync(DemoStory.Radarr);

        terminal.Line($"The service is at {service.Addresses.Single()}; a played Sonarr and Radarr send it webhooks.");
        terminal.Line("The original language is wanted, then English. The default audio track has a star.");
        var scenes = await new DemoStory(sonarr, radarr, client, folders).PlayAsync(cancellationToken);
        var jobs = await client.JobsOfAsync(scenes, cancellationToken);
        terminal.Write(DemoTable.Of(scenes, jobs));
        var events = await client.EventsOfAsync([.. jobs.Values.Select(job => $"job:{job.Id}"), .. DemoStory.Notices], cancellationToken);
        terminal.Line($"{events.Count} events are in the log (GET /api/events), among them the health issue that Sonarr told of.");
        var wrong = scenes.Where(scene => !scene.IsAsMeant(jobs[scene])).ToList();
        wrong.ForEach(scene => Terminal.Error($"{scene.File.LocalPath} did not end as it should: {scene.Ending}."));
        return wrong.Count == 0;

        async Task<WebhookConnection> ConnectionAsync(string instance) =>
            new(new Uri(address, $"api/webhook/{instance}")) { UserName = instance, Password = await client.MakeWebhookKeyAsync(instance, cancellationToken) };
    }

    private static ArrFunctionsOptions Options(DemoFolders folders, FakeSonarr sonarr, FakeRadarr radarr) => new()
    {
        Audio = new() { DryRun = false, Roots = [folders.Media] },
        Servarr = new()
        {
            Instances =
            [
                new() { Name = DemoStory.Sonarr, Service = ServarrService.Sonarr, Url = sonarr.Url, ApiKey = sonarr.ApiKey },
                new() { Name = DemoStory.Radarr, Service = ServarrService.Radarr, Url = radarr.Url, ApiKey = radarr.ApiKey },
            ],
            PathMappings = [new("/tv", folders.Tv, DemoStory.Sonarr), new("/movies", folders.Movies, DemoStory.Radarr)],
        },
    };

    private static void TellTroubles(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}

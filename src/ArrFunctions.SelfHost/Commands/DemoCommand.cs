using System.CommandLine;
using System.Net;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.SelfHost.Commands.Demo;
using ArrFunctions.SelfHost.Commands.Indexers;
using ArrFunctions.SelfHost.Service;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>demo</c>: the service at work for a Sonarr, a Radarr and a Prowlarr that are played, on sample files in a temporary folder.</summary>
internal static class DemoCommand
{
    public static Command Build(Terminal terminal)
    {
        var keep = new Option<bool>("--keep") { Description = "Keep the sample files and the state, to look at them with other programs." };
        var stay = new Option<bool>("--stay") { Description = "Go on until Ctrl+C, with batches, exports and new films, to look at the dashboard." };
        var port = new Option<int>("--port") { Description = "Where the dashboard is with --stay. Default: a free port.", HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > IPEndPoint.MaxPort)
            {
                result.AddError("--port: write a number from 1 to 65535.");
            }
        });
        var command = new Command("demo", "Run the service on sample files, with a Sonarr, a Radarr and a Prowlarr that are played, and show what it does.") { keep, stay, port };
        command.Validators.Add(result =>
        {
            if (result.GetResult(port) is not null && !result.GetValue(stay))
            {
                result.AddError("--port is for --stay: without it the demo ends before anybody can look.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(terminal, parsed.GetValue(keep), parsed.GetValue(stay), parsed.GetValue(port), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool keeps, bool stays, int port, CancellationToken cancellationToken)
    {
        try
        {
            bool isAsMeant;
            string root;
            using (var folders = new DemoFolders(keeps))
            {
                root = folders.Root;
                isAsMeant = await PlayAsync(terminal, folders, stays, port, cancellationToken);
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

    private static async Task<bool> PlayAsync(Terminal terminal, DemoFolders folders, bool stays, int port, CancellationToken cancellationToken)
    {
        await using var sonarr = await FakeSonarr.StartAsync(new() { Folder = folders.Tv, RootFolder = "/tv" }, cancellationToken);
        await using var radarr = await FakeRadarr.StartAsync(new() { Folder = folders.Movies, RootFolder = "/movies" }, cancellationToken);
        await using var prowlarr = await DemoIndexers.StartAsync(cancellationToken);
        prowlarr.Connect(sonarr);
        prowlarr.Connect(radarr);
        var configuration = DemoConfiguration.Of(folders, sonarr, radarr, prowlarr);
        await using var service = await ServiceHost.StartAsync(
            folders.Data, [$"http://127.0.0.1:{port}"], configuration.Options, configuration, TellTroubles, TimeProvider.System, cancellationToken);
        var address = new Uri(service.Addresses.Single());
        var key = (await File.ReadAllTextAsync(Path.Combine(folders.Data, "initial-key"), cancellationToken)).Trim();
        using var client = new DemoClient(address, key);
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
        var isHealed = await HealAsync(terminal, client, cancellationToken);
        if (stays)
        {
            var life = new DemoLife(sonarr, radarr, client, folders);
            await life.BeginAsync(cancellationToken);
            terminal.Line($"The dashboard is at {address}. Its key is: {key}. Every half a minute a film arrives. Ctrl+C ends the demo.");
            await life.GoOnAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return isHealed && wrong.Count == 0;

        async Task<WebhookConnection> ConnectionAsync(string instance) =>
            new(new Uri(address, $"api/webhook/{instance}")) { UserName = instance, Password = await client.MakeWebhookKeyAsync(instance, cancellationToken) };
    }

    /// <summary>Shows the indexers, and the plan for them, which has to be about the dead one alone.</summary>
    private static async Task<bool> HealAsync(Terminal terminal, DemoClient client, CancellationToken cancellationToken)
    {
        terminal.Line($"A played Prowlarr gives its indexers to both. The health sweep reads what it asked them in 30 days: {await client.SweepAsync(cancellationToken)}.");
        var list = await client.IndexersAsync(cancellationToken);
        terminal.Write(IndexerTable.Of(list.Instances.SelectMany(instance => instance.Indexers).Where(indexer => indexer.ManagedBy is null), terminal));
        var changes = (await client.HealPlanAsync(cancellationToken)).Indexers.Where(entry => entry.Action is not HealAction.Leave).ToList();
        changes.ForEach(change => terminal.Line($"A heal sweep would test {change.Name} once more and then switch it off: {change.Reason}. The others are left as they are."));
        return changes is [{ Name: DemoIndexers.Dead, Action: HealAction.Disable }];
    }

    private static void TellTroubles(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("ArrFunctions.Indexers.Healing", LogLevel.Error) // With --stay the dead indexer is switched off, as it should be.
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}

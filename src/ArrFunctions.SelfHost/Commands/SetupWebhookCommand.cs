using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>setup webhook</c>: makes an instance post its events to this program.</summary>
internal static class SetupWebhookCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = InstanceOption.Of("The instance to connect, by its name in the configuration.");
        instance.Required = true;
        var url = new Option<string?>("--url")
        {
            Description = "This program as the instance reaches it. "
                + $"Default: http://localhost for an instance on this machine, else http://{Environment.MachineName}, at the port in PORT, else 7071.",
            HelpName = "URL",
        };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("webhook", "Make Sonarr, Radarr or Prowlarr post its events here, with a key of its own.") { instance, url, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var known = Find(options.Servarr, parsed.GetRequiredValue(instance)!);
            var own = OwnUrl(parsed.GetValue(url), known);
            await using var state = await SetupState.OpenAsync(parsed.GetRequiredValue(data), options, cancellationToken);
            var outcome = await state.Webhook.RunAsync(known.Name, own, actor: "cli", cancellationToken);
            return Report(terminal, known, own, outcome, parsed.GetValue(json));
        });
        return command;
    }

    /// <exception cref="SettingException">No instance has this name.</exception>
    private static Instance Find(ServarrOptions options, string name) =>
        options.Instances.FirstOrDefault(instance => instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingException(KnownInstances.Unknown(name, options));

    /// <exception cref="SettingException">The option is no URL, or PORT is no port.</exception>
    private static Uri OwnUrl(string? given, Instance instance)
    {
        var service = HealthCommand.Url(given);
        return given is not null ? service
            : new(string.Create(CultureInfo.InvariantCulture, $"http://{(instance.Url.IsLoopback ? "localhost" : Environment.MachineName)}:{service.Port}"));
    }

    private static int Report(Terminal terminal, Instance instance, Uri own, WebhookSetupOutcome outcome, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(ToJson(instance, outcome), CommandJson.Readable.WebhookSetupJson));
        }
        else if (outcome is WebhookSetupOutcome.Connected connected)
        {
            Show(terminal, connected);
        }
        else if (outcome is WebhookSetupOutcome.Failed failed)
        {
            Terminal.Error($"{instance.Name} was not connected to {own.OriginalString}: {failed.Sentence}");
        }

        return outcome is WebhookSetupOutcome.Connected ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Show(Terminal terminal, WebhookSetupOutcome.Connected connected)
    {
        var (instance, verb) = (connected.Instance, connected.IsNew ? "has a new connection" : "has its connection renewed");
        terminal.Line($"{instance.Name} {verb}, and its test arrived: it posts to {connected.Url}.");
        var only = instance.Service is ServarrService.Prowlarr ? " Prowlarr has no files, so only its health is told." : "";
        terminal.Line($"Events: {string.Join(", ", connected.Events)}.{only}");
        terminal.Line($"Its key is called webhook-{instance.Name}{(connected.IsNew ? "" : "; the one before is worth nothing any more")}.");
        foreach (var other in connected.Others)
        {
            terminal.Line($"The connection '{other}' of {instance.Name} posts here as well; delete it there if you do not need it.");
        }
    }

    private static WebhookSetupJson ToJson(Instance instance, WebhookSetupOutcome outcome) => outcome switch
    {
        WebhookSetupOutcome.Connected connected => new(
            instance.Name, "connected", Code: null, Reason: null, connected.Url, connected.IsNew, connected.Events, connected.Others),
        WebhookSetupOutcome.Failed failed => new(
            instance.Name, "failed", failed.Code, failed.Sentence, Url: null, Created: null, Events: null, AlsoPosting: null),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };
}

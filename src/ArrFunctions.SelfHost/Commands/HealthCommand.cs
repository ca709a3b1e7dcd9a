using System.CommandLine;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.Setup;
using Microsoft.Extensions.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>health</c>: whether the service answers. The image asks it, as it has no other program that can.</summary>
internal static class HealthCommand
{
    public static Command Build(Terminal terminal)
    {
        var url = new Option<string?>("--url")
        {
            Description = "The service to ask. Default: the one on this machine, at the port in PORT, else 7071.",
            HelpName = "URL",
        };
        var ready = new Option<bool>("--ready") { Description = "Ask also whether it can do its work: the start has ended, the state can be written." };
        var command = new Command("health", "Ask the service whether it answers; for health checks.") { url, ready };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var service = Url(parsed.GetValue(url));
            using var address = new OwnAddress();
            var answer = await address.AskAsync(service, cancellationToken);
            return answer is AddressAnswer.Ours && parsed.GetValue(ready) ? Report(terminal, service, await address.IsReadyAsync(service, cancellationToken))
                : Report(terminal, service, answer);
        });
        return command;
    }

    /// <exception cref="SettingException">The option is no URL, or PORT is no port.</exception>
    public static Uri Url(string? given) =>
        given is null ? ListenAddress.OnThisMachine(new ConfigurationBuilder().AddEnvironmentVariables().Build())
        : SettingKinds.Url.TryRead(given, out var url) ? url
        : throw new SettingException($"--url {SettingKinds.Url.Complaint}.");

    private static int Report(Terminal terminal, Uri service, bool? isReady)
    {
        if (isReady is true)
        {
            terminal.Line($"{service.OriginalString} is ready.");
            return ExitCode.Success;
        }

        Terminal.Error(isReady is null
            ? $"{service.OriginalString} answers, and does not say whether it is ready. Its state may hang; see its log."
            : $"{service.OriginalString} is not ready. GET {service.OriginalString.TrimEnd('/')}/health/ready with a key of the role read says why.");
        return ExitCode.Failure;
    }

    private static int Report(Terminal terminal, Uri service, AddressAnswer answer)
    {
        if (answer is AddressAnswer.Ours)
        {
            terminal.Line($"{service.OriginalString} is healthy.");
            return ExitCode.Success;
        }

        Terminal.Error(answer is AddressAnswer.None
            ? $"Nothing answers at {service.OriginalString}. Start the service (arrfunctions, without a command), or name its address with --url."
            : $"What answers at {service.OriginalString} is not a healthy ArrFunctions service. Name the address of the service with --url or PORT.");
        return ExitCode.Failure;
    }
}

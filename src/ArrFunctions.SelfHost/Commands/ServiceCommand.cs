using System.CommandLine;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Service;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The program without a command: the service, until it is told to stop.</summary>
internal static class ServiceCommand
{
    public static void AddTo(RootCommand root, Terminal terminal)
    {
        var (config, data, urls) = (CommonOptions.Config(), CommonOptions.Data(), Urls());
        root.Add(config);
        root.Add(data);
        root.Add(urls);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var addresses = ListenAddress.From(parsed.GetValue(urls), environment);
            ListenAddress.CheckCertificate(addresses, options.Http.Certificate is not null);
            return await RunAsync(terminal, Path.GetFullPath(parsed.GetRequiredValue(data)), addresses, options, cancellationToken);
        });
    }

    public static void Log(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter(typeof(KeyAuthenticationHandler).FullName, LogLevel.Warning)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });

    private static Option<string?> Urls() => new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons. Default: http://127.0.0.1:7071, or the port in PORT.",
        HelpName = "URLS",
        Validators = { CommonOptions.RefuseEmpty },
    };

    private static async Task<int> RunAsync(
        Terminal terminal, string dataFolder, IReadOnlyList<string> urls, ArrFunctionsOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var service = await ServiceHost.StartAsync(dataFolder, urls, options, Log, cancellationToken);
            terminal.Line($"ArrFunctions is ready at {string.Join(", ", service.Addresses)}; {NextStep.Of(options)}.");
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Terminal.Error($"{failure.Message} Another program listens there; stop it, or take another port with PORT or --urls.");
            return ExitCode.Failure;
        }

        terminal.Line("ArrFunctions has stopped.");
        return ExitCode.Success;
    }
}

using System.CommandLine;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Logs;
using ArrFunctions.SelfHost.Service;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The program without a command: the service, until it is told to stop.</summary>
internal static partial class ServiceCommand
{
    public static void AddTo(RootCommand root, Terminal terminal)
    {
        var (config, data, urls) = (CommonOptions.Config(), CommonOptions.Data(), Urls());
        root.Add(config);
        root.Add(data);
        root.Add(urls);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = CommandConfiguration.Read(parsed, config, data);
            var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var addresses = ListenAddress.From(parsed.GetValue(urls), environment);
            ListenAddress.CheckCertificate(addresses, configuration.Options.Http.Certificate is not null);
            using var stop = new EarlyStop(cancellationToken);
            return await RunAsync(terminal, Path.GetFullPath(parsed.GetRequiredValue(data)), addresses, configuration, stop.Token);
        });
    }

    private static Option<string?> Urls() => new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons. Default: http://127.0.0.1:7071, or the port in PORT.",
        HelpName = "URLS",
        Validators = { CommonOptions.RefuseEmpty },
    };

    private static async Task<int> RunAsync(
        Terminal terminal, string dataFolder, IReadOnlyList<string> urls, ConfigurationResult.Valid configuration, CancellationToken cancellationToken)
    {
        await using var output = Terminal.OpenOutput();
        await using var log = new LogProvider(configuration.Options.Logs, TimeProvider.System, output);
        try
        {
            await using var service = await ServiceHost.StartAsync(
                dataFolder, urls, configuration.Options, configuration, logging => logging.AddProvider(log), TimeProvider.System, cancellationToken);
            Say($"ArrFunctions is ready at {string.Join(", ", service.Addresses)}; {NextStep.Of(configuration.Options, Path.Combine(dataFolder, InitialKey.FileName))}.");
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop while it started: what had begun is closed.
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Terminal.Error($"{failure.Message} Another program listens there; stop it, or take another port with PORT or --urls.");
            return ExitCode.Failure;
        }

        Say("ArrFunctions has stopped.");
        return ExitCode.Success;

        // Who collects JSON gets nothing else.
        void Say(string sentence)
        {
            if (configuration.Options.Logs.Format is LogFormat.Json)
            {
                Log.Said(log.CreateLogger(typeof(ServiceCommand).FullName!), sentence);
            }
            else
            {
                terminal.Line(sentence);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Sentence}")]
        public static partial void Said(ILogger logger, string sentence);
    }
}

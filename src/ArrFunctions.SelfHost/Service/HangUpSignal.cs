using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>SIGHUP has the configuration read again. Where a person sees the output, the signal is that of a closed terminal, and ends the program.</summary>
internal sealed partial class HangUpSignal(ConfigurationReload reload, ILogger<HangUpSignal> logger) : BackgroundService
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Nothing is written; whether a person sees the output is asked.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Console.IsOutputRedirected)
        {
            return;
        }

        using var signalled = new SemaphoreSlim(0);
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            signalled.Release();
        });
        try
        {
            for (; ; await ReloadAsync(stoppingToken))
            {
                await signalled.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task ReloadAsync(CancellationToken stoppingToken)
    {
        try
        {
            await reload.RunAsync("signal", stoppingToken);
        }
        catch (StoreException failure)
        {
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The configuration could not be read again.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

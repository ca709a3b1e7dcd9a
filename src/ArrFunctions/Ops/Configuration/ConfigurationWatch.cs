using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Notices that the file or the stored settings have changed, and has them read again.</summary>
internal sealed partial class ConfigurationWatch(
    LiveConfiguration live, ConfigurationReload reload, StoredSettings stored, TimeProvider clock, ILogger<ConfigurationWatch> logger) : BackgroundService
{
    /// <summary>From one look at the file to the next.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Every so many looks the stored settings are asked for: another process may have changed them.</summary>
    private const int LooksAtStored = 15;

    /// <summary>Of no file: it may have changed since the start read it.</summary>
    private static readonly (DateTime Written, long Length) Unknown = (DateTime.MinValue, -1);

    private (DateTime Written, long Length)? taken = Unknown;
    private (DateTime Written, long Length)? seen = Unknown;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var look = 0; !stoppingToken.IsCancellationRequested; look++)
        {
            await LookAsync(isStoredDue: look % LooksAtStored == 0, stoppingToken);
            await Task.Delay(Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A look that fails must not be the last one.")]
    private async Task LookAsync(bool isStoredDue, CancellationToken stoppingToken)
    {
        try
        {
            // A file that is being written is left until two looks see the same.
            var now = Stamp();
            if (now != taken && now == seen)
            {
                await reload.RunAsync("file", stoppingToken);
                taken = now;
            }

            seen = now;
            if (isStoredDue && (await stored.ReadAsync(stoppingToken)).ETag != reload.StoredETag)
            {
                await reload.RunAsync("stored", stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure);
        }
    }

    private (DateTime Written, long Length)? Stamp() =>
        live.State.Wanted.Sources.File is { } path && new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "It could not be found out whether the configuration has changed; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

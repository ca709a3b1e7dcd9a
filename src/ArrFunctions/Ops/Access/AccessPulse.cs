using System.Globalization;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Access;

/// <summary>Once a minute, and at the end, writes when keys were used and who was refused; no request waits for it.</summary>
internal sealed partial class AccessPulse(KeyStore keys, KeyUses uses, FailedAttempts attempts, TimeProvider time, ILogger<AccessPulse> logger) : BackgroundService
{
    /// <summary>Events of one minute; the clients that tried less often share one more.</summary>
    public const int MostTold = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Others may have used up the time that there was for the end; this takes milliseconds.
        await WriteAsync(CancellationToken.None);
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await uses.WriteAsync(cancellationToken);
            var refused = attempts.Take();
            if (refused.Count > 0)
            {
                Log.Refused(logger, refused.Sum(client => client.Requests));
                await keys.TellAsync(Events(refused), cancellationToken);
            }
        }
        catch (StoreException failure)
        {
            Log.NotWritten(logger, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await NextAsync(timer, stoppingToken))
        {
            await WriteAsync(stoppingToken);
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private List<EventRecord> Events(IReadOnlyList<RefusedClient> refused)
    {
        List<RefusedClient> most = [.. refused.Where(client => client.Client is not null).OrderByDescending(client => client.Requests).Take(MostTold)];
        var rest = refused.Except(most).Sum(client => client.Requests);
        return
        [
            .. most.Select(client => Event($"client:{client.Client}", string.Create(
                CultureInfo.InvariantCulture, $"Requests of {client.Client} with a wrong key or signature that were refused within a minute: {client.Requests}."))),
            .. rest == 0 ? [] : (EventRecord[])[Event("client:others", string.Create(
                CultureInfo.InvariantCulture, $"Requests of other clients with a wrong key or signature that were refused within a minute: {rest}."))],
        ];
    }

    private EventRecord Event(string subject, string message) => new()
    {
        Id = EventRecord.NewId(time.GetUtcNow()),
        Time = time.GetUtcNow(),
        Name = "access.refused",
        Severity = EventSeverity.Warning,
        Subject = subject,
        Actor = "anonymous",
        Message = message,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Requests with a wrong key or signature that were refused within a minute: {Requests}. The events named access.refused tell whose.")]
        public static partial void Refused(ILogger logger, int requests);

        [LoggerMessage(2, LogLevel.Warning, "When keys were used, or who was refused, cannot be written now.")]
        public static partial void NotWritten(ILogger logger, Exception failure);
    }
}

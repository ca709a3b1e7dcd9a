using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Reads all sources again, and takes up what they say now; where that is wrong, nothing changes and it is told.</summary>
internal sealed partial class ConfigurationReload(
    LiveConfiguration live, StoredSettings stored, OutboxSignal signal, TimeProvider clock, ILogger<ConfigurationReload> logger) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Of the stored values that were read last; null: none are stored.</summary>
    public string? StoredETag { get; private set; }

    /// <param name="actor">Who asks: <c>key:{name}</c>, <c>file</c>, <c>signal</c>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="StoreException">The state cannot be read.</exception>
    public async Task<ConfigurationResult> RunAsync(string actor, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var (result, values) = await ReadAsync(change: null, cancellationToken);
            StoredETag = values.ETag;
            await TakeAsync(result, actor, cancellationToken);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What the sources would say with other stored values, or say now.</summary>
    /// <returns>With the values that were read, changed.</returns>
    public async Task<(ConfigurationResult Result, StoredValues Values)> ReadAsync(Func<StoredValues, StoredValues>? change, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var values = await stored.ReadAsync(cancellationToken);
        values = change?.Invoke(values) ?? values;
        var sources = live.State.Wanted.Sources with { Stored = stored.Open(values, findings) };

        // A person who changes something is told what is wrong with it; it is not left out.
        var result = change is null ? ConfigurationReader.Read(sources) : ConfigurationReader.ReadAll(sources);
        return (result with { Findings = [.. findings.All, .. result.Findings] }, values);
    }

    public void Dispose() => turn.Dispose();

    private async Task TakeAsync(ConfigurationResult result, string actor, CancellationToken cancellationToken)
    {
        var before = live.State;
        switch (result)
        {
            case ConfigurationResult.Valid valid:
                live.Take(valid);
                foreach (var change in SettingDifference.Between(before.Wanted, valid))
                {
                    Log.Changed(logger, change.Key, SettingDifference.Effect(change.Key, live.State) is "live" ? "holds now" : "holds after a restart");
                    if (change.Source is not SettingSource.Stored)
                    {
                        await stored.TellAsync(signal, change.ToEvent(actor, clock.GetUtcNow()), cancellationToken); // What is stored was told by who stored it.
                    }
                }

                break;
            case ConfigurationResult.Invalid invalid when !(before.Trouble ?? []).SequenceEqual(invalid.Errors, StringComparer.Ordinal):
                live.Refuse(invalid.Errors);
                foreach (var error in invalid.Errors)
                {
                    Log.Refused(logger, error);
                }

                var now = clock.GetUtcNow();
                await stored.TellAsync(
                    signal,
                    new()
                    {
                        Id = EventRecord.NewId(now),
                        Time = now,
                        Name = "config.refused",
                        Severity = EventSeverity.Warning,
                        Subject = "config",
                        Actor = actor,
                        Message = $"The configuration has changed and is wrong, so the one before still holds: {string.Join(' ', invalid.Errors)}",
                    },
                    cancellationToken);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The setting {Key} has changed; the new value {Effect}.")]
        public static partial void Changed(ILogger logger, string key, string effect);

        [LoggerMessage(LogLevel.Error, "The configuration has changed and is wrong, so the one before still holds: {Error}")]
        public static partial void Refused(ILogger logger, string error);
    }
}

using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>A configuration that changes: a file, an environment and a state of its own.</summary>
internal sealed class LiveBench : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly OutboxSignal signal;

    public LiveBench(string? yaml = null, ITableStore? tables = null, params (string Name, string Value)[] environment)
    {
        Tables = tables ?? new MemoryTableStore();
        signal = new OutboxSignal();
        if (yaml is not null)
        {
            File.WriteAllText(YamlPath, yaml);
        }

        Stored = new(Tables, new(new(configured: null, folder.FullName)));
        Live = Start(environment);
        Reload = new(Live, Stored, signal, TimeProvider.System, NullLogger<ConfigurationReload>.Instance);
        Change = new(Live, Reload, Stored, signal, TimeProvider.System);
    }

    public string YamlPath => Path.Combine(folder.FullName, "config.yaml");

    public ITableStore Tables { get; }

    public StoredSettings Stored { get; }

    public LiveConfiguration Live { get; }

    public ConfigurationReload Reload { get; }

    public ConfigurationChange Change { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>As a host that starts now would have it.</summary>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "The tables lie in memory, and a constructor cannot wait otherwise.")]
    public LiveConfiguration Start(params (string Name, string Value)[] environment)
    {
        var sources = new ConfigurationSources
        {
            File = YamlPath,
            IsFileOptional = true,
            Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal),
        };
        var start = Configured.Valid(ConfigurationStart.ReadAsync(sources, Tables, folder.FullName, Cancellation).GetAwaiter().GetResult());
        return new(start.Options, start);
    }

    /// <summary>From now on the file is one that somebody named.</summary>
    public void NameFile()
    {
        var wanted = Live.State.Wanted;
        Live.Take(wanted with { Sources = wanted.Sources with { IsFileOptional = false } });
    }

    public Task<ChangeOutcome> SetAsync(params (string Key, string? Text)[] wanted) => SetAsync(etag: null, wanted);

    public Task<ChangeOutcome> SetAsync(string? etag, params (string Key, string? Text)[] wanted) => Change.RunAsync(
        wanted.ToDictionary(one => one.Key, one => one.Text is null ? null : (IReadOnlyList<string>)[one.Text], StringComparer.Ordinal), etag, "key:test", Cancellation);

    /// <summary>Writes the file, and has it taken up.</summary>
    public async Task<ConfigurationResult> WriteAsync(string yaml)
    {
        await File.WriteAllTextAsync(YamlPath, yaml, Cancellation);
        return await Reload.RunAsync("file", Cancellation);
    }

    public SettingView View(string key) => ConfigurationView.Of(Live.State).Settings.Single(setting => setting.Key == key);

    public async Task<IReadOnlyList<EventRecord>> EventsAsync() =>
        await Tables.ReadAllAsync(StoredSettings.Table, StoredSettings.Partition, RowKeyRange.Prefix(Outbox.Prefix), Cancellation).Select(Outbox.Read).ToListAsync(Cancellation);

    public void Dispose()
    {
        Reload.Dispose();
        folder.Delete(recursive: true);
    }
}

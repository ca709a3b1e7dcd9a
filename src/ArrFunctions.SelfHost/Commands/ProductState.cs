using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The whole product over the state of a data folder, for the length of one command. Nothing of it starts by itself.</summary>
internal sealed class ProductState : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly SqliteStateFile? file;

    private ProductState(ArrFunctionsOptions options, ITableStore tables, IWorkQueue queue, IArtifactStore artifacts, string dataFolder, SqliteStateFile? file, ConfigurationResult.Valid? start = null)
    {
        this.file = file;
        var registered = new ServiceCollection();
        if (file is not null)
        {
            registered.AddSqliteBackup(file, new SqliteOptions { Folder = dataFolder }, options.Backup);
        }

        services = registered
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(tables)
            .AddSingleton((ITableScan)tables)
            .AddSingleton(queue)
            .AddSingleton(artifacts)
            .AddArrFunctions(options, dataFolder, start)
            .BuildServiceProvider();
    }

    public ScheduleRun Schedules => services.GetRequiredService<ScheduleRun>();

    public ScheduleSwitch Switch => services.GetRequiredService<ScheduleSwitch>();

    public ScheduleReport Report => services.GetRequiredService<ScheduleReport>();

    /// <summary>What the product has registered.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static ProductState Open(string dataFolder, ArrFunctionsOptions options)
    {
        var file = SqliteStateFile.Open(new SqliteOptions { Folder = Path.GetFullPath(dataFolder) }, NullLogger<SqliteStateFile>.Instance);
        return new(options, new SqliteTableStore(file), new SqliteWorkQueue(file, TimeProvider.System), new FolderArtifactStore(Path.GetFullPath(dataFolder)), Path.GetFullPath(dataFolder), file);
    }

    /// <summary>The same with queues that live as long as the command: what others queued is for the service, and nothing that the command queues is for it.</summary>
    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static ProductState OpenAlone(string dataFolder, ArrFunctionsOptions options)
    {
        var file = SqliteStateFile.Open(new SqliteOptions { Folder = Path.GetFullPath(dataFolder) }, NullLogger<SqliteStateFile>.Instance);
        return new(options, new SqliteTableStore(file), new MemoryWorkQueue(TimeProvider.System), new FolderArtifactStore(Path.GetFullPath(dataFolder)), Path.GetFullPath(dataFolder), file);
    }

    /// <summary>For a command that only reads: where there is no state, none is made.</summary>
    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static ProductState OpenToRead(string dataFolder, ArrFunctionsOptions options) =>
        new SqliteOptions { Folder = Path.GetFullPath(dataFolder) }.HasState ? Open(dataFolder, options) : Empty(dataFolder, options);

    /// <summary>For a command that sets settings: they are checked against where all others come from. Where there is no state, none is made unless it is to be written.</summary>
    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static ProductState OpenToConfigure(string dataFolder, ConfigurationResult.Valid start, bool isWritten)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        var options = new SqliteOptions { Folder = dataFolder };
        if (!isWritten && !options.HasState)
        {
            return new(start.Options, new MemoryTableStore(), new MemoryWorkQueue(TimeProvider.System), new MemoryArtifactStore(TimeProvider.System), dataFolder, file: null, start);
        }

        var file = SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance);
        return new(start.Options, new SqliteTableStore(file), new SqliteWorkQueue(file, TimeProvider.System), new FolderArtifactStore(dataFolder), dataFolder, file, start);
    }

    /// <summary>The product without a state.</summary>
    public static ProductState Empty(string dataFolder, ArrFunctionsOptions options) =>
        new(options, new MemoryTableStore(), new MemoryWorkQueue(TimeProvider.System), new MemoryArtifactStore(TimeProvider.System), Path.GetFullPath(dataFolder), file: null);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }
}

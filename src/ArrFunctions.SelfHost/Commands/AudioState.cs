using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Servarr;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The audio feature over the state of a data folder, for the length of one command.</summary>
internal sealed class AudioState : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly SqliteStateFile? file;

    private AudioState(ArrFunctionsOptions options, ITableStore tables, IWorkQueue queue, string dataFolder, SqliteStateFile? file)
    {
        this.file = file;
        services = new ServiceCollection()
            .AddSingleton(options.Audio)
            .AddSingleton(options.Jobs)
            .AddFixedOptions()
            .AddSingleton(options.Servarr)
            .AddSingleton(options.Tmdb)
            .AddSingleton(options.MediaServers)
            .AddSingleton(options.Schedules)
            .AddSingleton(tables)
            .AddSingleton(queue)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddAudio(dataFolder)
            .AddServarr()
            .AddMetadata()
            .AddMediaServers()
            .AddSingleton(options.Batches)
            .AddJobs()
            .AddEvents()
            .AddSingleton<FixLedger>()
            .BuildServiceProvider();
    }

    public AdvisedFix Fix => services.GetRequiredService<AdvisedFix>();

    public AudioExplain Explain => services.GetRequiredService<AudioExplain>();

    public FixLedger Ledger => services.GetRequiredService<FixLedger>();

    /// <summary>Opens the state and first settles what an earlier process left unfinished.</summary>
    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static async Task<AudioState> OpenAsync(string dataFolder, ArrFunctionsOptions options, CancellationToken cancellationToken)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        var file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        var state = new AudioState(options, new SqliteTableStore(file), new SqliteWorkQueue(file, TimeProvider.System), dataFolder, file);
        try
        {
            foreach (var conflict in await state.services.GetRequiredService<AudioRecovery>().RunAsync(cancellationToken))
            {
                Terminal.Error(conflict);
            }

            return state;
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }

    /// <summary>State for a dry run: what is there is asked, and nothing is made or settled.</summary>
    public static AudioState ForDryRun(string dataFolder, ArrFunctionsOptions options)
    {
        var store = new SqliteOptions { Folder = Path.GetFullPath(dataFolder) };
        if (!store.HasState)
        {
            return new(options, new MemoryTableStore(), new MemoryWorkQueue(TimeProvider.System), store.Folder, file: null);
        }

        var file = SqliteStateFile.Open(store, NullLogger<SqliteStateFile>.Instance);
        return new(options, new SqliteTableStore(file), new SqliteWorkQueue(file, TimeProvider.System), store.Folder, file);
    }

    /// <summary>Takes a fix back, and tells the job that had made it and the programs that know the file.</summary>
    public Task<ToldUndoOutcome> UndoAsync(string fileOrId, MediaRoots? roots, CancellationToken cancellationToken) =>
        services.GetRequiredService<ToldUndo>().RunAsync(fileOrId, roots, actor: "cli", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }
}

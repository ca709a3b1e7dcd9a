using ArrFunctions.Audio;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The audio feature over the state of a data folder, for the length of one command.</summary>
internal sealed class AudioState : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly SqliteStateFile? file;

    private AudioState(AudioOptions options, ITableStore tables, string dataFolder, SqliteStateFile? file)
    {
        this.file = file;
        services = new ServiceCollection()
            .AddSingleton(options)
            .AddSingleton(tables)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddAudio(dataFolder)
            .BuildServiceProvider();
    }

    public AudioFix Fix => services.GetRequiredService<AudioFix>();

    public AudioUndo Undo => services.GetRequiredService<AudioUndo>();

    /// <summary>Opens the state and first settles what an earlier process left unfinished.</summary>
    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static async Task<AudioState> OpenAsync(string dataFolder, AudioOptions options, CancellationToken cancellationToken)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        var file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        var state = new AudioState(options, new SqliteTableStore(file), dataFolder, file);
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
    public static AudioState ForDryRun(string dataFolder, AudioOptions options)
    {
        var store = new SqliteOptions { Folder = Path.GetFullPath(dataFolder) };
        if (!File.Exists(store.DatabasePath))
        {
            return new(options, new MemoryTableStore(), store.Folder, file: null);
        }

        var file = SqliteStateFile.Open(store, NullLogger<SqliteStateFile>.Instance);
        return new(options, new SqliteTableStore(file), store.Folder, file);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }
}

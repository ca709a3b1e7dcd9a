using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The keys of a data folder and what connects instances, for the length of one command.</summary>
internal sealed class SetupState : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly SqliteStateFile file;

    private SetupState(ArrFunctionsOptions options, string dataFolder, SqliteStateFile file)
    {
        this.file = file;
        services = new ServiceCollection()
            .AddFixedOptions()
            .AddSingleton(options.Servarr)
            .AddSingleton(options.Audio)
            .AddSingleton<ITableStore>(new SqliteTableStore(file))
            .AddSingleton(TimeProvider.System)
            .AddEvents()
            .AddSingleton<KeyStore>()
            .AddServarr()
            .AddSetup(dataFolder)
            .BuildServiceProvider();
    }

    public WebhookSetup Webhook => services.GetRequiredService<WebhookSetup>();

    /// <summary>Opens the state, and makes the first admin key where there is no key: once there is another one, the service would not.</summary>
    /// <exception cref="StoreException">The state cannot be opened.</exception>
    public static async Task<SetupState> OpenAsync(string dataFolder, ArrFunctionsOptions options, CancellationToken cancellationToken)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        var file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        var state = new SetupState(options, dataFolder, file);
        try
        {
            await new InitialKey(state.services.GetRequiredService<KeyStore>(), dataFolder, NullLogger<InitialKey>.Instance).StartAsync(cancellationToken);
            return state;
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await file.DisposeAsync();
    }
}

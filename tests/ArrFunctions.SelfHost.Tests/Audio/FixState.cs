using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>The audio feature over the state in a data folder, as the program opens it, but for the recovery at start.</summary>
internal sealed class FixState : IAsyncDisposable
{
    private readonly SqliteStateFile file;
    private readonly ServiceProvider services;

    public FixState(string dataFolder, AudioOptions options)
    {
        file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        services = new ServiceCollection()
            .AddFixedOptions()
            .AddSingleton(options)
            .AddSingleton<ITableStore>(new SqliteTableStore(file))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddAudio(dataFolder)
            .BuildServiceProvider();
    }

    public Task<AudioFixOutcome> FixAsync(string path) => services.GetRequiredService<AudioFix>().RunAsync(
        new AudioFixRequest
        {
            Path = path,
            Roots = MediaRoots.Of(path),
            Rules = services.GetRequiredService<AudioOptions>().RulesFor(originalLanguage: null),
            Apply = true,
            IsNamedByPerson = true,
            MayRewrite = true,
        },
        CancellationToken.None);

    public Task<AudioUndoOutcome> UndoAsync(string path) =>
        services.GetRequiredService<AudioUndo>().RunAsync(path, roots: null, CancellationToken.None);

    public Task<IReadOnlyList<string>> RecoverAsync() => services.GetRequiredService<AudioRecovery>().RunAsync(CancellationToken.None);

    public async ValueTask<int> PendingAsync() => await services.GetRequiredService<UndoStore>().PendingAsync(CancellationToken.None).CountAsync()
        + await services.GetRequiredService<RewriteStore>().PendingAsync(CancellationToken.None).CountAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await file.DisposeAsync();
    }
}

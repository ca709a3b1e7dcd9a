using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The audio feature in this process, as a host composes it; English is wanted.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly MediaRoots roots;
    private readonly SqliteStateFile? file;

    private Product(string mediaFolder, string dataFolder, ITableStore tables, SqliteStateFile? file)
    {
        this.file = file;
        roots = MediaRoots.Of(mediaFolder);
        services = new ServiceCollection()
            .AddSingleton(Options)
            .AddSingleton(tables)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddAudio(dataFolder)
            .BuildServiceProvider();
    }

    public static AudioOptions Options { get; } = new() { Languages = [LanguageTag.Parse("eng")] };

    /// <summary>As it runs for users: undo records are durable.</summary>
    public static Product OverSqlite(string mediaFolder, string dataFolder)
    {
        var file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        return new Product(mediaFolder, dataFolder, new SqliteTableStore(file), file);
    }

    /// <summary>Without the reads and writes of the state, to tell them from those of the media file.</summary>
    public static Product InMemory(string mediaFolder, string dataFolder) => new(mediaFolder, dataFolder, new MemoryTableStore(), file: null);

    /// <exception cref="InvalidOperationException">The file was not changed, so there was nothing to measure.</exception>
    public async Task<AudioFixOutcome.Changed> FixAsync(string path, CancellationToken cancellationToken)
    {
        var request = new AudioFixRequest { Path = path, Roots = roots, Rules = Options.RulesFor(originalLanguage: null), Apply = true, IsNamedByPerson = true };
        var outcome = await services.GetRequiredService<AudioFix>().RunAsync(request, cancellationToken);
        return outcome as AudioFixOutcome.Changed ?? throw new InvalidOperationException($"The file was not fixed: {outcome.Sentence}.");
    }

    /// <summary>Brings a fixed file back to its first bytes.</summary>
    public async Task UndoAsync(string path, CancellationToken cancellationToken)
    {
        var outcome = await services.GetRequiredService<AudioUndo>().RunAsync(path, roots, cancellationToken);
        if (outcome is AudioUndoOutcome.Refused refused)
        {
            throw new InvalidOperationException($"The fix was not taken back: {refused.Explanation}.");
        }
    }

    /// <summary>Leaves the state and the file as a process does that is killed: recorded, and perhaps written, but not closed.</summary>
    public async Task AbandonFixAsync(string path, bool isWritten, CancellationToken cancellationToken)
    {
        using var opened = MediaFile.Open(path, roots, writable: true);
        var headers = opened.ReadHeaders(out _);
        var chosen = TrackSelector.Select(headers.AudioTracks, Options.RulesFor(originalLanguage: null)).Chosen!;
        var edit = (EditPlan.Edit)headers.PlanDefault(chosen.Position, Options.AlternateGroup);
        var record = services.GetRequiredService<RecordedChange>().Prepare(opened, edit.Runs);
        await services.GetRequiredService<UndoStore>().BeginAsync(record, cancellationToken);
        if (isWritten)
        {
            new FilePatch(opened.Handle, edit.Runs).Write();
        }
    }

    /// <exception cref="InvalidOperationException">The English track is not the only default one.</exception>
    public static void RequireFixed(string path)
    {
        var (headers, failure) = AudioInspect.Read(path, MediaRoots.Of(path));
        if (headers is null || !TrackSelector.Select(headers.AudioTracks, Options.RulesFor(originalLanguage: null)).IsAlreadyCorrect)
        {
            throw new InvalidOperationException($"The job was not done: {failure?.Sentence ?? "another track is the default"}.");
        }
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

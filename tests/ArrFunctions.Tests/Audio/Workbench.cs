using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Audio;

/// <summary>The audio feature over a store in memory, with a folder for media that is deleted afterwards.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly ServiceProvider services;
    private readonly DirectoryInfo folder;

    /// <param name="options">By default Japanese is wanted, and nothing is done to files that cannot be changed in place.</param>
    /// <param name="tables">Where the records lie.</param>
    /// <param name="parentFolder">Where the folders of this bench are made.</param>
    /// <param name="processes">What runs other programs.</param>
    /// <param name="clock">By default the time of the machine.</param>
    public Workbench(AudioOptions? options = null, ITableStore? tables = null, string? parentFolder = null, IProcessRunner? processes = null, TimeProvider? clock = null)
    {
        folder = parentFolder is null
            ? Directory.CreateTempSubdirectory("arrfunctions-")
            : Directory.CreateDirectory(System.IO.Path.Combine(parentFolder, Guid.NewGuid().ToString("n")));
        Media = folder.CreateSubdirectory("media").FullName;
        Data = folder.CreateSubdirectory("data").FullName;
        services = new ServiceCollection()
            .AddFixedOptions()
            .AddSingleton(options ?? new AudioOptions { Languages = [LanguageTag.Parse("jpn")], Rewrites = new() { Enabled = false } })
            .AddSingleton(tables ?? new MemoryTableStore())
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddAudio(Data)
            .AddSingleton(processes ?? new LinuxProcessRunner(TimeProvider.System))
            .AddSingleton(new ServarrOptions())
            .AddSingleton(new TmdbOptions())
            .AddServarr()
            .AddMetadata()
            .AddMediaServers()
            .AddSingleton(new MediaServerOptions())
            .BuildServiceProvider();
    }

    /// <summary>The usual options, and no file is written anew by other programs.</summary>
    public static AudioOptions InPlace { get; } = new() { Languages = [LanguageTag.Parse("jpn")], Rewrites = new() { Enabled = false } };

    public string Media { get; }

    public string Data { get; }

    public UndoStore Records => services.GetRequiredService<UndoStore>();

    public AudioRecovery Recovery => services.GetRequiredService<AudioRecovery>();

    public RewriteStore Rewrites => services.GetRequiredService<RewriteStore>();

    public KeptOriginals Originals => services.GetRequiredService<KeptOriginals>();

    public FileLeases Leases => services.GetRequiredService<FileLeases>();

    /// <summary>What does audio jobs, with options of its own over the state of this bench.</summary>
    public AudioJob JobWith(AudioOptions options, PathMapping? mapping = null)
    {
        var change = new RecordedChange(options, Records, TimeProvider.System);
        var rewrite = ActivatorUtilities.CreateInstance<FileRewrite>(services, new Live<AudioOptions>(options));
        var fix = ActivatorUtilities.CreateInstance<AudioFix>(services, new Live<AudioOptions>(options), change, rewrite);
        return new(ActivatorUtilities.CreateInstance<AdvisedFix>(services, fix, AdviceOf(options)), options, new Live<ServarrOptions>(new ServarrOptions { PathMappings = mapping is null ? [] : [mapping] }));
    }

    /// <summary>What is advised by options, with the answers of a library that a test makes up; without one, nobody is asked.</summary>
    public AudioAdvice AdviceOf(AudioOptions options, AudioAdvice.Question? library = null) => new(
        options, services.GetRequiredService<OriginalLanguageChain>(), library ?? ((_, _, _, _) => Task.FromResult<LibrarySubject?>(null)));

    private static MatroskaFile Film => new()
    {
        Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string Path(string name) => System.IO.Path.Combine(Media, name);

    /// <summary>Writes a film whose Japanese track is not the default one, MKV or MP4 by its name; the usual options want to change it.</summary>
    public string AddFilm(string name = "film.mkv")
    {
        var path = Path(name);
        if (name.EndsWith(".mp4", StringComparison.Ordinal))
        {
            Mp4Writer.Write(new Mp4File { Tracks = [Mp4Track.Video(), Mp4Track.Audio("eng"), Mp4Track.Audio("jpn")] }, path);
        }
        else
        {
            MatroskaWriter.Write(Film, path);
        }

        return path;
    }

    /// <summary>What stands in the media folder, all names sorted.</summary>
    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(Media).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public async Task<UndoRecord[]> PendingAsync() => await Records.PendingAsync(Cancellation).ToArrayAsync(Cancellation);

    /// <summary>Fixes a file as the command line does when a person names it.</summary>
    public Task<AudioFixOutcome> FixAsync(string path, string? original = null, bool isNamed = true, string? root = null) =>
        RunAsync(path, root, original, apply: true, isNamed, Cancellation);

    public Task<AudioFixOutcome> FixUntilAsync(string path, CancellationToken cancellationToken) =>
        RunAsync(path, root: null, original: null, apply: true, isNamed: true, cancellationToken);

    public Task<AudioFixOutcome> PlanAsync(string path, string? root = null) => RunAsync(path, root, original: null, apply: false, isNamed: true, Cancellation);

    public Task<AudioUndoOutcome> UndoAsync(string fileOrId) =>
        services.GetRequiredService<AudioUndo>().RunAsync(fileOrId, MediaRoots.Of(Media), Cancellation);

    public Task<IReadOnlyList<string>> RecoverAsync() => Recovery.RunAsync(Cancellation);

    public void Dispose()
    {
        services.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<AudioFixOutcome> RunAsync(string path, string? root, string? original, bool apply, bool isNamed, CancellationToken cancellationToken) => services.GetRequiredService<AudioFix>().RunAsync(
        new AudioFixRequest
        {
            Path = path,
            Roots = MediaRoots.Of(root ?? Media),
            Rules = services.GetRequiredService<AudioOptions>().RulesFor(original is null ? null : LanguageTag.Parse(original)),
            Apply = apply,
            IsNamedByPerson = isNamed,
            MayRewrite = true,
        },
        cancellationToken);
}

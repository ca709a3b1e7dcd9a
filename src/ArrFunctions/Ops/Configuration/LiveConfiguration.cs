using ArrFunctions.Audio;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Ops.Configuration;

/// <summary>The options as they hold now. Those that can change while the program runs are replaced together.</summary>
internal sealed class LiveConfiguration
{
    private readonly AsyncLocal<ArrFunctionsOptions?> held = new();
    private readonly ConfigurationResult.Valid start;
    private volatile ConfigurationState state;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="options">What holds from the start on.</param>
    /// <param name="start">Where it came from.</param>
    public LiveConfiguration(ArrFunctionsOptions options, ConfigurationResult.Valid start)
    {
        this.start = start;
        state = new(options, start.Layers, start, Trouble: null);
    }

    public ArrFunctionsOptions Current => held.Value ?? state.Options;

    public ConfigurationState State => state;

    /// <summary>Ends when the options have changed the next time.</summary>
    public Task NextChange => Volatile.Read(ref changed).Task;

    /// <summary>Until the end of it, this flow of work sees the options as they are now: a job is done under one configuration.</summary>
    public IDisposable Hold()
    {
        var outer = held.Value;
        held.Value = Current;
        return new Release(this, outer);
    }

    /// <summary>Options that follow the changes.</summary>
    public Live<T> Part<T>(Func<ArrFunctionsOptions, T> part)
        where T : notnull => new(() => part(Current));

    /// <summary>Takes up what the sources say now: what is live at once, everything else at the next start.</summary>
    /// <remarks>For one caller at a time.</remarks>
    public void Take(ConfigurationResult.Valid wanted)
    {
        var layers = wanted.Layers.Mix(key => SettingCatalogue.Find(key) is { Setting.IsLive: true }, start.Layers);

        // What is wanted is valid with all that waits for a restart, and may not be without it; then all of it waits.
        var before = state;
        if (Same(layers, before.Layers, SettingCatalogue.All) || ConfigurationReader.Read(layers, wanted.Sources, new()) is not ConfigurationResult.Valid running)
        {
            state = before with { Wanted = wanted, Trouble = null };
            return;
        }

        state = new(Keep(before, running), layers, wanted, Trouble: null);
        Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>What the sources say now cannot be used; what holds stays.</summary>
    /// <param name="trouble">Sentences; never a secret.</param>
    public void Refuse(IReadOnlyList<string> trouble) => state = state with { Trouble = trouble };

    /// <summary>Options in which nothing changed stay the same object: clients that were made of them keep their connections and breakers.</summary>
    private static ArrFunctionsOptions Keep(ConfigurationState before, ConfigurationResult.Valid running)
    {
        var (old, now) = (before.Options, running.Options);
        return now with
        {
            Access = Is(AccessSettings.All) ? old.Access : now.Access,
            Audio = Is(AudioSettings.All) ? old.Audio : now.Audio,
            Indexers = Is(IndexersSettings.All) ? old.Indexers : now.Indexers,
            Jobs = Is(JobsSettings.All) ? old.Jobs : now.Jobs,
            Batches = Is(BatchesSettings.All) ? old.Batches : now.Batches,
            Library = Is(LibrarySettings.All) ? old.Library : now.Library,
            Servarr = Is(ServarrSettings.All) ? old.Servarr : now.Servarr,
            Tmdb = Is(TmdbSettings.All) ? old.Tmdb : now.Tmdb,
            MediaServers = Is(MediaServerSettings.All) ? old.MediaServers : now.MediaServers,
            Webhooks = Is(WebhookSettings.All) ? old.Webhooks : now.Webhooks,
            Schedules = Is(ScheduleSettings.All) ? old.Schedules : now.Schedules,
            Http = Is(HttpSettings.All) ? old.Http : now.Http,
            Notifications = Is(NotificationsSettings.All) ? old.Notifications : now.Notifications,
        };

        bool Is(IReadOnlyList<Setting> part) => Same(before.Layers, running.Layers, part);
    }

    private static bool Same(SettingLayers left, SettingLayers right, IReadOnlyList<Setting> settings)
    {
        return Of(left).SetEquals(Of(right));

        HashSet<string> Of(SettingLayers layers) => layers.Keys
            .Select(key => (Key: key, settings.FirstOrDefault(setting => SettingKey.Match(setting.Key, key) is not null)))
            .Where(found => found.Item2 is not null)
            .Select(found => $"{found.Key}\n{string.Join('\n', layers.Texts(found.Key, found.Item2!))}")
            .ToHashSet(StringComparer.Ordinal);
    }

    private sealed class Release(LiveConfiguration of, ArrFunctionsOptions? outer) : IDisposable
    {
        public void Dispose() => of.held.Value = outer;
    }
}

/// <param name="Options">What holds.</param>
/// <param name="Layers">The texts of what holds. Secrets too.</param>
/// <param name="Wanted">What the sources said when they were last read and right; it holds from the next start on.</param>
/// <param name="Trouble">Why what the sources say now cannot be used; null: it can.</param>
internal sealed record ConfigurationState(ArrFunctionsOptions Options, SettingLayers Layers, ConfigurationResult.Valid Wanted, IReadOnlyList<string>? Trouble)
{
    /// <summary>Whether the wanted value of a setting holds only after the next start.</summary>
    public bool IsWaiting(KnownKey known) =>
        !Wanted.Layers.Texts(known.Key, known.Setting).SequenceEqual(Layers.Texts(known.Key, known.Setting), StringComparer.Ordinal);

    /// <summary>Whether anything that is wanted holds only after the next start.</summary>
    public bool IsAnyWaiting => !ReferenceEquals(Wanted.Layers, Layers)
        && Wanted.Layers.Keys.Concat(Layers.Keys).Select(SettingCatalogue.Find).OfType<KnownKey>().Any(IsWaiting);

    /// <summary>Without the texts.</summary>
    public override string ToString() => nameof(ConfigurationState);
}

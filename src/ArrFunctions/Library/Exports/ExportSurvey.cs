using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Finds out what an export has to fetch: with four calls, and one more for a sample.</summary>
/// <remarks>
/// Each movie and series carries what tells whether its files are as they were: Radarr lists them with the movies, Sonarr tells their number and size, and
/// the history tells of the rest. Edited points need no call, since the formats that a file matches are stored.
/// </remarks>
internal sealed class ExportSurvey(LibraryStore store, ExportStore exports, Live<LibraryOptions> options, TimeProvider clock)
{
    /// <summary>The history is read from somewhat before it was read last: the clock of the instance may be another one.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private static readonly string[] NoChange = ["grabbed", "downloadFailed", "downloadIgnored"];

    /// <summary>Does nothing where it was done for this export.</summary>
    /// <exception cref="ServarrException">The instance cannot be asked; nothing is decided.</exception>
    public async Task<ExportRun> RunAsync(Batch batch, ServarrClient client, CancellationToken cancellationToken)
    {
        var instance = client.Instance.Name;
        var begun = await exports.FindAsync(instance, batch.Id, cancellationToken);
        if (begun is { IsSurveyed: true })
        {
            return begun;
        }

        var now = clock.GetUtcNow();
        var state = (await store.FindStateAsync(instance, cancellationToken))?.State;
        var formats = await client.CustomFormatsAsync(cancellationToken).Select(RuleReading.Of).Where(static format => format.Id > 0).DistinctBy(static format => format.Id).ToListAsync(cancellationToken);
        var profiles = (await client.QualityProfilesAsync(cancellationToken)).Select(profile => RuleReading.Of(profile, formats)).DistinctBy(static profile => profile.Profile.Id).ToList();
        var touched = state is null ? [] : await TouchedAsync(client, state.HistoryFrom - Overlap, cancellationToken);
        var listed = await new TitleListing(store, instance, clock).TakeAsync(client, touched, state, batch.Id, cancellationToken);
        var why = begun?.Why ?? await WhyFullAsync(batch, client, state, now, formats, profiles, listed, cancellationToken);
        var next = (state ?? new LibraryState { DaysFrom = DateOnly.FromDateTime(now.UtcDateTime) }) with
        {
            HistoryFrom = now, FullFrom = why is null ? state!.FullFrom : now,
        };
        var run = new ExportRun
        {
            Id = batch.Id,
            Instance = instance,
            Service = client.Instance.Service,
            Actor = batch.Actor,
            Started = batch.Created,
            Scope = why is null ? ExportScope.Changed : ExportScope.Full,
            Why = why,
            Titles = listed.Count,
        };

        // Before the rules: when those are stored, nothing tells any more that they are new.
        await exports.SetAsync(run, [new TableChange.Upsert(LibraryKeys.State, LibraryStore.Json(next, LibraryJson.Default.LibraryState))], cancellationToken);
        await store.SetRulesAsync(instance, profiles, formats, cancellationToken);
        var (due, rescored) = await CountAsync(instance, next.FullFrom, profiles, cancellationToken);
        run = run with { Due = due, Rescored = rescored, IsSurveyed = true };
        await exports.SetAsync(run, [], cancellationToken);
        return run;
    }

    /// <summary>Why all files are to be fetched, in a sentence; null: they are not.</summary>
    private async Task<string?> WhyFullAsync(
        Batch batch,
        ServarrClient client,
        LibraryState? state,
        DateTimeOffset now,
        IReadOnlyList<StoredFormat> formats,
        List<StoredProfile> profiles,
        ListedTitles listed,
        CancellationToken cancellationToken)
    {
        if (state is null)
        {
            return "It is the first export.";
        }

        if (ExportRequest.Of(batch.Input).Full)
        {
            return "It was asked for.";
        }

        if (await EditedAsync(client.Instance.Name, formats, cancellationToken) is { } edited)
        {
            return edited;
        }

        if (now < state.HistoryFrom)
        {
            return "The clock was set back, so what happened since the export before cannot be asked for.";
        }

        if (now - state.FullFrom >= options.Value.FullEvery)
        {
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"All files were fetched last on {state.FullFrom.UtcDateTime:yyyy-MM-dd}.");
        }

        // Scores that follow from edited points are no news, and would be compared with those of before.
        var known = await store.ProfilesAsync(client.Instance.Name, cancellationToken);
        return profiles.Exists(profile => known.GetValueOrDefault(profile.Profile.Id)?.Print != profile.Print)
            ? null
            : await new ScoreSample(store, client).DisagreementAsync(listed.Settled, profiles, formats, cancellationToken);
    }

    /// <summary>Of a format that is gone the points are gone as well: that is found in the profiles.</summary>
    private async Task<string?> EditedAsync(string instance, IReadOnlyList<StoredFormat> formats, CancellationToken cancellationToken)
    {
        var known = await store.FormatsAsync(instance, cancellationToken);
        var edited = formats.Where(format => known.GetValueOrDefault(format.Id)?.Print != format.Print).ToList();
        return edited switch
        {
            [] => null,
            [var one] => $"The custom format {Quoted.Of(one.Name)} is new, or was edited.",
            [var first, ..] => $"{edited.Count} custom formats are new, or were edited, {Quoted.Of(first.Name)} among them.",
        };
    }

    /// <summary>The movies or series to which something happened.</summary>
    private static async Task<HashSet<int>> TouchedAsync(ServarrClient client, DateTimeOffset since, CancellationToken cancellationToken) => await client
        .AllHistorySinceAsync(since, cancellationToken)
        .Where(static entry => !NoChange.Contains(entry.EventType, StringComparer.OrdinalIgnoreCase))
        .Select(entry => client.Instance.Service is ServarrService.Radarr ? entry.MovieId : entry.SeriesId)
        .ToHashSetAsync(comparer: null, cancellationToken);

    private async Task<(int Due, int Rescored)> CountAsync(
        string instance, DateTimeOffset fullFrom, IReadOnlyList<StoredProfile> profiles, CancellationToken cancellationToken)
    {
        var prints = profiles.ToDictionary(static profile => profile.Profile.Id, static profile => profile.Print);
        var (due, rescored) = (0, 0);
        await foreach (var (title, _) in store.TitlesAsync(instance, cancellationToken))
        {
            if (title.IsDue(fullFrom))
            {
                due++;
            }
            else if (title.IsToBeRescored(prints.GetValueOrDefault(title.Title.ProfileId)))
            {
                rescored++;
            }
        }

        return (due, rescored);
    }
}

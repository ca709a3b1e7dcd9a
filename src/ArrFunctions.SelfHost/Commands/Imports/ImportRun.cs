using ArrFunctions.Indexers.Takeover;
using ArrFunctions.Library.Takeover;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>Looks at what another program left, and takes it over: first its settings, then what its database holds.</summary>
internal sealed class ImportRun(ProductState state, TheirPlace place, TakeoverPlan plan, TakeoverOptions options, bool apply, string? output)
{
    private const string Actor = "cli";

    private readonly List<string> notes = [];

    /// <exception cref="TheirConfigurationException">Their database cannot be read.</exception>
    public async Task<ImportReport> RunAsync(CancellationToken cancellationToken)
    {
        // A database that cannot be read, or is another one, keeps everything from being written.
        using var database = place.Database is { } path ? TheirDatabase.Open(path) : null;
        var rows = database is null ? null : new TheirRows(database, state.Get<TimeProvider>());
        rows?.Require(plan.System);
        var report = new ImportReport(plan, place) { IsApplied = apply, Output = output };
        report = output is null ? await StoreAsync(report, cancellationToken) : Write(report, output);
        if (report.Errors.Count > 0 || rows is null)
        {
            return report with { Notes = notes };
        }

        report = plan.System switch
        {
            TheirSystem.AiArrControl => await TestsAsync(report, rows, cancellationToken),
            TheirSystem.ArrTheAudio => Jobs(report, rows),
            _ => await HistoryAsync(report, rows, cancellationToken),
        };
        return report with { Notes = [.. rows.Left(), .. notes] };
    }

    private async Task<ImportReport> StoreAsync(ImportReport report, CancellationToken cancellationToken)
    {
        var takeover = state.Get<SettingsTakeover>();
        var settings = await takeover.LookAsync(plan, options, cancellationToken);
        var findings = apply ? await takeover.RunAsync(plan, options, Actor, cancellationToken) : null;
        return report with { Settings = settings, Errors = [.. (findings ?? []).Where(static finding => finding.IsError).Select(static finding => finding.Message)] };
    }

    private ImportReport Write(ImportReport report, string path)
    {
        var comparison = new TakeoverComparison([], new(new()), StoredValues.None, options, firstPlace: 0);
        var settings = plan.Taken.Select(comparison.Of).ToList();
        ImportOutput.Write(path, TakeoverYaml.Write(plan, settings));
        return report with { Settings = settings };
    }

    private async Task<ImportReport> TestsAsync(ImportReport report, TheirRows rows, CancellationToken cancellationToken)
    {
        var choice = new ImportChoice(options.Names, plan);
        var known = state.Get<Live<ServarrOptions>>().Value.Instances;
        var taken = await state.Get<ObservationTakeover>().RunAsync(
            rows.Tests(), service => Enum.TryParse<ServarrService>(service, ignoreCase: true, out var found) && Enum.IsDefined(found) ? choice.Of(found, known) : null, apply, Actor, cancellationToken);
        notes.Add("Its tests asked Sonarr and Radarr at an address that they do not have, so all of them failed and say nothing. Only those of an indexer that passed one, until the last that passed, are taken, as far back as Indexers:KeepObservations.");
        notes.Add("It never switched an indexer: Sonarr and Radarr do not have the field that it set. So there is nothing to bring back, and what is off was switched off by a person or another program.");
        notes.Add("logs/events.jsonl and schema_migrations were never written.");
        if (taken.Taken > 0)
        {
            notes.Add("What is taken shows in the history of an indexer once a sweep of ours has seen that indexer.");
        }

        if (taken.Unplaced > 0)
        {
            notes.Add($"{taken.Unplaced} tests are of a service that has no instance here, or several: name it with --instance, such as radarr=films.");
        }

        return report with { Tests = taken };
    }

    private ImportReport Jobs(ImportReport report, TheirRows rows)
    {
        notes.Add("Jobs that it finished are not taken: a file that is right is left alone here too. Every job of a webhook failed there, whatever the file, so what is listed may be right; `batch start FOLDER` looks. The paths are those of its container.");
        notes.Add("tmdb_cache.db is not taken: it has the original language by ids without the search that led there, its misses were not kept, and the answers come again from TMDB when they are needed.");
        return report with { Jobs = JobsLeft.Of(rows.Jobs()) };
    }

    private async Task<ImportReport> HistoryAsync(ImportReport report, TheirRows rows, CancellationToken cancellationToken)
    {
        var (choice, names, libraries) = (new ImportChoice(options.Names, plan), rows.Movies(), new List<LibraryTaken>());
        foreach (var service in new[] { ServarrService.Radarr, ServarrService.Sonarr })
        {
            var scores = rows.Scores().Where(row => row.File.Service == service);
            if (!scores.Any())
            {
                continue;
            }

            var instance = choice.Of(service, state.Get<Live<ServarrOptions>>().Value.Instances);
            if (instance is null)
            {
                notes.Add($"Its history of {service} is not taken: {service} has no instance here, or several. Name it with --instance {FlatInstance.Name(service)}=NAME.");
                continue;
            }

            libraries.Add(await state.Get<LibraryTakeover>().RunAsync(instance, scores.ToAsyncEnumerable(), names, apply, Actor, cancellationToken));
        }

        notes.Add("Its times of changes are in UTC and are taken; those of files (recorded_at) are local without saying where, and are not. Sizes, cutoffs, candidates and health of those days are not known: they stay empty.");
        notes.Add("An upgrade was one file that went and one that came there; here it is an upgrade again. Points of single formats were always 0 there, and are not taken. library_stats and export_runs were never written; its HTTP cache is not needed.");
        return report with { Libraries = libraries };
    }
}

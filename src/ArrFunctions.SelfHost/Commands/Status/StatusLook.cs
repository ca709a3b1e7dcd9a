using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs;
using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Commands.Status;

/// <summary>Reads how the installation stands from its data folder, beside what the service says.</summary>
internal static class StatusLook
{
    private const int MostNext = 5;

    /// <param name="dataFolder">The data folder.</param>
    /// <param name="whyClosed">As <see cref="StateLook.WhyClosed"/>.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="address">That was asked.</param>
    /// <param name="service">What it said.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<StatusView> RunAsync(
        string dataFolder, string? whyClosed, ArrFunctionsOptions options, Uri? address, RunningService service, CancellationToken cancellationToken)
    {
        var view = new StatusView(
            service.Word, address?.OriginalString, dataFolder, service.Version ?? StateHeader.ProductVersion, service.UptimeSeconds, service.Health, service.Concerns,
            options.Servarr.Instances.Count, [], [], 0, 0, 0, LastExport: null, NewestBackup.Find(dataFolder, options.Backup.Folder)?.Time, DryRunSwitches.On(options), [], whyClosed);
        if (whyClosed is not null)
        {
            return view;
        }

        try
        {
            await using var state = ProductState.OpenToRead(dataFolder, options);
            return await ReadAsync(view, state, options, cancellationToken);
        }
        catch (StoreException failure)
        {
            return view with { State = failure.Message };
        }
    }

    private static async Task<StatusView> ReadAsync(StatusView view, ProductState state, ArrFunctionsOptions options, CancellationToken cancellationToken)
    {
        var jobs = await state.Get<JobCensus>().CountAsync(cancellationToken);
        var indexers = (await state.Get<IndexerRecords>().AllAsync(cancellationToken)).Values;
        var (exports, _) = await state.Get<ExportStore>().ListAsync([.. options.Servarr.Instances.Select(static instance => instance.Name)], limit: 1, cursor: null, cancellationToken);
        var schedules = (await state.Report.AllAsync(cancellationToken)).Schedules;
        return view with
        {
            IndexersOut = [.. indexers.Where(static one => one.Custody is not null).Select(static one => one.Name).Order(StringComparer.Ordinal)],
            IndexersFailing = [.. indexers.Where(static one => one is { Custody: null, FailingSince: not null }).Select(static one => one.Name).Order(StringComparer.Ordinal)],
            Queued = jobs.Queued.Values.Sum(),
            Running = jobs.Running.Values.Sum(),
            Waiting = jobs.Waiting.Values.Sum(),
            LastExport = exports is [var last, ..] ? last.Ended ?? last.Started : null,
            Next = [.. schedules.Where(static one => one.NextRun is not null).OrderBy(static one => one.NextRun).Take(MostNext).Select(static one => new NextRunView(one.Name, one.NextRun!.Value))],
        };
    }
}

using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library.Exports;
using ArrFunctions.SelfHost.Commands.Batches;
using ArrFunctions.Servarr;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>The export of one instance, from the command line.</summary>
/// <param name="here">Null: a service runs, and does it.</param>
internal sealed class ExportCommandRun(Terminal terminal, ProductState state, WantedExport wanted, LocalExport? here)
{
    /// <returns>An exit code.</returns>
    public async Task<int> RunAsync(Instance instance, CancellationToken cancellationToken)
    {
        var receipt = await state.Get<ExportIntake>().StartAsync(instance.Name, new(wanted.Full), BatchPriority.Normal, ScheduleRun.CommandLine, cancellationToken);
        var batch = receipt is BatchReceipt.Started started ? started.Batch : here is null ? null : await here.FindLeftAsync(instance, cancellationToken);
        if (batch is null)
        {
            var objection = ((BatchReceipt.Refused)receipt).Objection;
            return Tell(new(instance.Name, Export: null, objection.Reason, Files: null), objection.IsForNow ? ExitCode.Waiting : ExitCode.Failure);
        }

        var work = here?.RunAsync(batch, cancellationToken) ?? Task.CompletedTask;
        var isStopped = !await FollowAsync(batch.Id, instance, work, cancellationToken);
        await work;
        if (isStopped && here is null)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        var export = await ViewAsync(batch.Id, CancellationToken.None);
        var files = export.Figures is not null && wanted.Output is { } output
            ? await ArtifactFiles.WriteAsync(state, instance, export.ExportId, wanted.Formats, output, cancellationToken)
            : null;
        return Tell(new(instance.Name, export, Error: null, files), CodeOf(export));
    }

    /// <summary>Shows how far it is until it has ended; false where the command was told to stop before.</summary>
    private async Task<bool> FollowAsync(string id, Instance instance, Task work, CancellationToken cancellationToken)
    {
        try
        {
            while (await state.Get<BatchStore>().FindAsync(id, cancellationToken) is ({ HasEnded: false } batch, _) && !work.IsFaulted)
            {
                if (!wanted.AsJson)
                {
                    terminal.Status(Line(instance, BatchView.Of(batch, await state.Get<BatchReport>().ProgressAsync(batch, cancellationToken))));
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            terminal.Status("");
        }
    }

    /// <summary>"radarr [######........................] 12 of 68 parts, 17.6 %, 3 s left".</summary>
    private string Line(Instance instance, BatchView batch)
    {
        var (progress, now) = (batch.Progress, state.Get<TimeProvider>().GetUtcNow());
        var left = progress.Eta > now ? $", {ProgressLine.Duration(progress.Eta.Value - now)} left" : "";
        var reached = !progress.IsPlanned ? "looking for what changed"
            : progress.Counts.Settled == progress.Total ? "looking at the whole"
            : $"{BatchText.Number(progress.Counts.Settled)} of {BatchText.Number(progress.Total)} parts, {BatchText.Percent(progress)}{left}";
        return $"{instance.Name} {ProgressLine.Bar(progress.IsPlanned ? progress.Percent / 100 : 0)} {reached}";
    }

    private async Task<ExportView> ViewAsync(string id, CancellationToken cancellationToken) =>
        await state.Get<ExportRegister>().ViewAsync((await state.Get<ExportRegister>().FindAsync(id, cancellationToken))!, cancellationToken);

    private static int CodeOf(ExportView export) => export switch
    {
        { Status: BatchStatus.Cancelled } => ExitCode.Cancelled,
        { Figures: null } => ExitCode.Failure,
        { Missing: > 0 } or { Status: not BatchStatus.Succeeded } => ExitCode.Partial,
        _ => ExitCode.Success,
    };

    private int Tell(ExportLineJson line, int code)
    {
        if (wanted.AsJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(line, LibraryCommandJson.Readable.ExportLineJson));
        }
        else if (line.Export is not { } export || code is ExitCode.Failure or ExitCode.Cancelled)
        {
            Terminal.Error($"{line.Instance}: {line.Error ?? line.Export?.Trouble ?? line.Export?.Result ?? "the export was cancelled."}");
        }
        else
        {
            terminal.Line(line.Instance, code is ExitCode.Partial ? Color.Yellow : Color.Green, $": {export.Result}");
            if (export.Why is { } why)
            {
                terminal.Line($"  All files were asked for. {why}");
            }

            foreach (var file in line.Files ?? [])
            {
                terminal.Line($"  {file}");
            }
        }

        return code;
    }
}

using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.SelfHost.Service;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary><c>batch start PATH</c>: asks for work on a folder; the service does it.</summary>
internal static class BatchStartCommand
{
    public static Command Build(Terminal terminal)
    {
        var wanted = new NewBatchOptions();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("start", "Have the service work on a whole folder.");
        wanted.AddTo(command);
        command.Add(json);
        command.Add(config);
        command.Add(data);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var folder = parsed.GetRequiredValue(data);
            var batch = wanted.Read(parsed);
            await using var empty = ProductState.Empty(folder, options);
            if (empty.Get<BatchIntake>().Objection(batch) is { } objection)
            {
                return Refuse(objection);
            }

            await using var state = ProductState.Open(folder, options);
            return await state.Get<BatchIntake>().StartAsync(batch, ScheduleRun.CommandLine, cancellationToken) switch
            {
                BatchReceipt.Started started => Report(terminal, started.Batch, ServiceLock.IsHeld(folder), parsed.GetValue(json)),
                BatchReceipt.Refused refused => Refuse(refused.Objection),
                var other => throw new InvalidOperationException($"Unknown receipt {other}."),
            };
        });
        return command;
    }

    private static int Report(Terminal terminal, Batch batch, bool hasService, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(
                new BatchStartJson(batch.Id, batch.Status, batch.Path, batch.DryRun, hasService), BatchCommandJson.Readable.BatchStartJson));
            return ExitCode.Success;
        }

        terminal.Line($"The batch {batch.Id} is to work on {batch.Path}{(batch.DryRun ? "; it is a dry run" : "")}.");
        terminal.Line(hasService
            ? $"The service begins it in some seconds; arrfunctions batch show {batch.Id} --watch follows it."
            : "No service runs on this data folder; the batch begins when one does.");
        return ExitCode.Success;
    }

    private static int Refuse(BatchAcceptance.Refused objection)
    {
        Terminal.Error(objection.Reason);
        return objection.IsForNow ? ExitCode.Waiting : ExitCode.Usage;
    }
}

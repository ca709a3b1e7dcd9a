using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>What the service asks of its machine: time to start, and memory at rest and under load.</summary>
internal static class Footprint
{
    private const string Subject = "service";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        List<double> starts = [];
        for (var start = 0; start < workplace.Choose(full: 10, quick: 2); start++)
        {
            using var folder = workplace.CreateFolder("footprint");
            await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), folder.Subfolder("media"), cancellationToken);
            starts.Add(service.StartTime.TotalMilliseconds);
        }

        List<(double Idle, double After, double Peak)> memory = [];
        for (var round = 0; round < workplace.Choose(full: 3, quick: 1); round++)
        {
            memory.Add(await MemoryAsync(workplace, cancellationToken));
        }

        return new("footprint", "start and memory of the service",
        [
            new(Subject, "start to ready", FigureUnit.Milliseconds, Summary.Of(starts)),
            new(Subject, "memory at rest", FigureUnit.Mebibytes, Summary.Of(memory.Select(round => round.Idle))),
            new(Subject, "peak memory under load", FigureUnit.Mebibytes, Summary.Of(memory.Select(round => round.Peak))),
            new(Subject, "memory after the load", FigureUnit.Mebibytes, Summary.Of(memory.Select(round => round.After))),
        ],
        [
            "Every start is on an empty data folder: state file and first key are made within it. At rest: VmRSS 10 s after the start.",
            "Under load: VmHWM after the load of `intake`. After it: VmRSS 10 s later, while the jobs of the load are still worked on.",
        ]);
    }

    private static async Task<(double Idle, double After, double Peak)> MemoryAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var pause = workplace.Choose(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));
        using var folder = workplace.CreateFolder("footprint");
        var media = folder.Subfolder("media");
        await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), media, cancellationToken);
        await Task.Delay(pause, cancellationToken);
        var idle = await service.MemoryAsync(cancellationToken);
        using var load = new WebhookLoad(service, media);
        await load.QueueFixesAsync(workplace.Choose(full: 4_000, quick: 500), cancellationToken);
        await load.RunAsync(pause, cancellationToken);
        var peak = await service.PeakMemoryAsync(cancellationToken);
        await Task.Delay(pause, cancellationToken);
        return (idle, await service.MemoryAsync(cancellationToken), peak);
    }
}

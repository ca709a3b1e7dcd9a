using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>What the service asks of its machine, for each way it is handed out: room on the disk, time and work to start, and memory at rest and under load.</summary>
internal static class Footprint
{
    private const string Build = "as `dotnet run` builds it";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("publications");
        var publications = workplace.IsQuick ? [] : await Publication.MakeAsync(folder.Path, cancellationToken);
        List<Figure> figures = [];
        foreach (var publication in publications)
        {
            figures.Add(new(publication.Name, "folder", FigureUnit.Mebibytes, Summary.Of(publication.Size)));
            figures.Add(new(publication.Name, "compressed", FigureUnit.Mebibytes, Summary.Of(await publication.CompressedSizeAsync(cancellationToken))));
        }

        List<(string Name, string? Program)> programs = [(Build, null), .. publications.Select(static publication => (publication.Name, (string?)publication.Program))];
        figures.AddRange(await StartAsync(programs, workplace, cancellationToken));
        var households = await Task.WhenAll(programs.Select((program, index) => QuietHousehold.LookAsync($"household-{index}", program.Program, workplace, cancellationToken)));
        figures.AddRange(programs.Zip(households).SelectMany(static each => each.Second.SelectMany(look => Of($"{each.First.Name}, {look.Moment}", look.Memory))));

        figures.AddRange(await LoadAsync(workplace, cancellationToken));
        return new("footprint", "room, start and memory of the service", figures,
        [
            "Start: each on an empty data folder, in turns; state file and first key are made within it. Processor: user and system time until it is ready.",
            "Memory: a minute after the start with three played instances and 20 indexers, after all that the dashboard fetches was fetched once, and after 1,000 webhooks. Written is what the process alone holds; the rest of the resident memory are pages of files, which the kernel can drop. All programs rest at the same time; proportional shares the pages of files among them and this one.",
            "Load: VmHWM after the load of `intake`, and a minute later, while its jobs are still worked on.",
            publications.Count == 0 ? "Nothing was published: that takes the sources and a full run." : "Compressed: tar and gzip, as a layer of an image is sent. The image is built nowhere here.",
        ]);
    }

    private static async Task<IReadOnlyList<Figure>> StartAsync(List<(string Name, string? Program)> programs, Workplace workplace, CancellationToken cancellationToken)
    {
        var starts = programs.ToDictionary(static program => program.Name, static _ => new List<(double Ready, double Processor)>(), StringComparer.Ordinal);
        for (var round = 0; round < workplace.Choose(full: 15, quick: 2); round++)
        {
            foreach (var (name, program) in programs)
            {
                using var folder = workplace.CreateFolder("footprint");
                await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), folder.Subfolder("media"), cancellationToken, program: program);
                starts[name].Add((service.StartTime.TotalMilliseconds, service.ProcessorTime().TotalMilliseconds));
            }
        }

        return
        [
            .. starts.Select(static each => new Figure(each.Key, "start to ready", FigureUnit.Milliseconds, Summary.Of(each.Value.Select(static start => start.Ready)))),
            .. starts.Select(static each => new Figure(each.Key, "processor", FigureUnit.Milliseconds, Summary.Of(each.Value.Select(static start => start.Processor)))),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> LoadAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("footprint");
        var media = folder.Subfolder("media");
        await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), media, cancellationToken);
        using var load = new WebhookLoad(service, media);
        await load.QueueFixesAsync(workplace.Choose(full: 4_000, quick: 500), cancellationToken);
        await load.RunAsync(workplace.Choose(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2)), cancellationToken);
        var peak = await service.PeakMemoryAsync(cancellationToken);
        await Task.Delay(workplace.Choose(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2)), cancellationToken);
        return [new($"{Build}, under load", "resident", FigureUnit.Mebibytes, Summary.Of(peak)), .. Of($"{Build}, after the load", await service.SharesAsync(cancellationToken))];
    }

    private static IEnumerable<Figure> Of(string subject, MemoryShares memory) =>
    [
        new(subject, "resident", FigureUnit.Mebibytes, Summary.Of(memory.Resident)),
        new(subject, "proportional", FigureUnit.Mebibytes, Summary.Of(memory.Proportional)),
        new(subject, "written", FigureUnit.Mebibytes, Summary.Of(memory.Written)),
        new(subject, "anonymous", FigureUnit.Mebibytes, Summary.Of(memory.Anonymous)),
    ];
}

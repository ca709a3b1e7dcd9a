using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;
using ArrFunctions.Demo.Matroska;

namespace ArrFunctions.Benchmarks;

/// <summary>What measuring costs the service: the same load with metrics and without, and what a scrape takes.</summary>
internal static class MetricsOverhead
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5.2);

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var film = await FilmAsync(workplace, cancellationToken);
        List<Pair> pairs = [];
        for (var pair = 0; pair < workplace.Choose(full: 10, quick: 2); pair++)
        {
            pairs.Add(await RunPairAsync(workplace, film, isFirstMeasured: pair % 2 == 0, cancellationToken));
            Output.Progress($"with {pairs[^1].With}, without {pairs[^1].Without}");
        }

        return new("metrics", "what measuring costs",
        [
            .. Of("webhooks, no file there", pairs, static round => round.Webhooks),
            .. Of("GET requests", pairs, static round => round.Questions),
            .. Of("audio jobs, file fixed", pairs, static round => round.Jobs),
            .. Of("one of each", pairs, static round => round.All),
            new("service", "memory at rest, without", FigureUnit.Mebibytes, Summary.Of(pairs.Select(static pair => pair.Without.AtRest))),
            new("service", "memory at rest, with", FigureUnit.Mebibytes, Summary.Of(pairs.Select(static pair => pair.With.AtRest))),
            .. await InstrumentsAsync(pairs),
            .. await ScrapesAsync(workplace, cancellationToken),
        ],
        [
            "A pair is two new services on empty data folders, one with `Metrics__Enabled=false`. After a warm-up both get the same load in turns, in the order A B B A, and the first of them changes from pair to pair.",
            "Processor time is that of the service (user and system) until it has nothing left to do. Overhead is the median of the pairs, in brackets its 95 % confidence interval by bootstrap.",
            "Two services that were started alike differ by some percent whatever they measure. So the instruments are timed by themselves too: empty requests and jobs with them and without, 21 pairs of 100,000 in turns, and their time as a share of what a whole request or job takes the service.",
            "Memory at rest is VmRSS 5 s after the start, before any request. A scrape comes when what the collectors keep for 5 s is over; the figures of indexers and caches are kept for a minute.",
        ]);
    }

    private static async Task<byte[]> FilmAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("metrics-film");
        if (await ChildProgram.FirstMissingAsync(cancellationToken, "ffmpeg") is not null)
        {
            return MatroskaWriter.ToArray(SampleFiles.Matroska);
        }

        var path = folder.File("film.mkv");
        await SampleFiles.EncodeAsync(path, seconds: 1, quality: 31, cancellationToken);
        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    private static async Task<Pair> RunPairAsync(Workplace workplace, byte[] film, bool isFirstMeasured, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("metrics");
        await using var first = await Subject.StartAsync(folder, film, isFirstMeasured, cancellationToken);
        await using var second = await Subject.StartAsync(folder, film, !isFirstMeasured, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        var atRest = (First: await first.AtRestAsync(cancellationToken), Second: await second.AtRestAsync(cancellationToken));
        await first.RunAsync(workplace, cancellationToken);
        await second.RunAsync(workplace, cancellationToken);
        var (a, b) = (await first.RunAsync(workplace, cancellationToken), await second.RunAsync(workplace, cancellationToken));
        b = b.And(await second.RunAsync(workplace, cancellationToken)) with { AtRest = atRest.Second };
        a = a.And(await first.RunAsync(workplace, cancellationToken)) with { AtRest = atRest.First };
        return isFirstMeasured ? new(a, b) : new(b, a);
    }

    private static Figure[] Of(string subject, List<Pair> pairs, Func<Round, LoadCost> cost) =>
    [
        new(subject, "processor, without", FigureUnit.Microseconds, Summary.Of(pairs.Select(pair => cost(pair.Without).Processor))),
        new(subject, "processor, with", FigureUnit.Microseconds, Summary.Of(pairs.Select(pair => cost(pair.With).Processor))),
        new(subject, "overhead, processor", FigureUnit.Percent, PairRatios.Overhead([.. pairs.Select(pair => (cost(pair.With).Processor, cost(pair.Without).Processor))]), Below: 1),
        new(subject, "overhead, wall", FigureUnit.Percent, PairRatios.Overhead([.. pairs.Select(pair => (cost(pair.With).Wall, cost(pair.Without).Wall))])),
    ];

    private static async Task<IReadOnlyList<Figure>> InstrumentsAsync(List<Pair> pairs)
    {
        using var cost = new InstrumentCost();
        var (request, job) = (await cost.RequestAsync(), await cost.JobAsync());
        return
        [
            new("instruments of a request", "time", FigureUnit.Microseconds, request),
            new("instruments of a request", "of a whole GET", FigureUnit.Percent, ShareOf(request, static round => round.Questions), Below: 1),
            new("instruments of a job", "time", FigureUnit.Microseconds, job),
            new("instruments of a job", "of a whole job, its webhook included", FigureUnit.Percent, ShareOf(job with { Median = job.Median + request.Median }, static round => round.Jobs), Below: 1),
        ];

        Summary ShareOf(Summary part, Func<Round, LoadCost> whole) => Summary.Of(pairs.Select(pair => part.Median / whole(pair.Without).Processor * 100));
    }

    private static async Task<IReadOnlyList<Figure>> ScrapesAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        const int Indexers = 50;
        using var folder = workplace.CreateFolder("scrapes");
        await using var load = await ScrapeLoad.StartAsync(folder, Indexers, workplace.Movies, cancellationToken);
        List<(double Wall, double Processor, int Bytes)> scrapes = [];
        for (var scrape = 0; scrape < workplace.Choose(full: 8, quick: 2); scrape++)
        {
            scrapes.Add(await load.ScrapeAsync(Kept, cancellationToken));
        }

        var subject = $"scrape, {Indexers} indexers and {workplace.Movies:N0} files";
        return
        [
            new(subject, "time", FigureUnit.Milliseconds, Summary.Of(scrapes.Select(static scrape => scrape.Wall))),
            new(subject, "processor", FigureUnit.Milliseconds, Summary.Of(scrapes.Select(static scrape => scrape.Processor))),
            new(subject, "answer", FigureUnit.Bytes, Summary.Of(scrapes.Select(static scrape => (double)scrape.Bytes))),
        ];
    }

    private sealed class Subject(ServiceProgram service, MeasuredLoad load) : IAsyncDisposable
    {
        public static async Task<Subject> StartAsync(WorkFolder folder, byte[] film, bool isMeasured, CancellationToken cancellationToken)
        {
            var (data, media) = (folder.Subfolder(isMeasured ? "data-with" : "data-without"), folder.Subfolder(isMeasured ? "media-with" : "media-without"));
            var service = await ServiceProgram.StartAsync(
                data, media, cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal) { ["Metrics__Enabled"] = isMeasured ? "true" : "false" });
            return new(service, new(service, media, film));
        }

        public Task<double> AtRestAsync(CancellationToken cancellationToken) => service.MemoryAsync(cancellationToken);

        public async Task<Round> RunAsync(Workplace workplace, CancellationToken cancellationToken) => new(
            await load.WebhooksAsync(workplace.Choose(full: 500, quick: 100), cancellationToken),
            await load.QuestionsAsync(workplace.Choose(full: 3_000, quick: 500), cancellationToken),
            await load.JobsAsync(workplace.Choose(full: 300, quick: 50), cancellationToken));

        public ValueTask DisposeAsync()
        {
            load.Dispose();
            return service.DisposeAsync();
        }
    }

    private sealed record Round(LoadCost Webhooks, LoadCost Questions, LoadCost Jobs)
    {
        public double AtRest { get; init; }

        /// <summary>One of each.</summary>
        public LoadCost All => Webhooks + Questions + Jobs;

        public Round And(Round other) => new(Webhooks.Mean(other.Webhooks), Questions.Mean(other.Questions), Jobs.Mean(other.Jobs));
    }

    private sealed record Pair(Round With, Round Without);
}

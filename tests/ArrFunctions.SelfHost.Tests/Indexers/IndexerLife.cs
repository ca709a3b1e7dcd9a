using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Tests.Indexers;

/// <summary>What is seen of an indexer from day to day: about six questions an hour by two applications, now and then a search of a whole season, an outage every few weeks.</summary>
internal sealed class IndexerLife(IndexerKey indexer)
{
    private static readonly FailureClass[] Classes = [FailureClass.Timeout, FailureClass.Server, FailureClass.RateLimit, FailureClass.Cloudflare];

    private readonly Random random = new(indexer.Id);
    private readonly List<TableChange> waiting = [];
    private UptimeState state = new();
    private int history = 50_000_000 + indexer.Id;
    private DateTimeOffset downUntil;

    public IndexerKey Indexer => indexer;

    public List<Observation> Day(DateOnly day)
    {
        var seen = new List<Observation>();
        var search = random.Next(20) == 0 ? random.Next(24) : -1;
        for (var hour = 0; hour < 24; hour++)
        {
            var count = hour == search ? 150 : random.Next(4, 9);
            var seconds = Enumerable.Range(0, count).Select(_ => random.Next(3600)).Order();
            seen.AddRange(seconds.Select(second => Question(UptimePeriod.Midnight(day).AddHours(hour).AddSeconds(second))));
        }

        return seen;
    }

    /// <summary>The figures of a day whose observations are long gone.</summary>
    public async Task WriteAsync(ITableStore tables, List<Observation> seen, DateOnly day, CancellationToken cancellationToken)
    {
        var period = UptimePeriod.OfDay(state, seen, day);
        state = period.After;
        waiting.Add(new TableChange.Insert(ObservationKeys.Day(day), period.ToJson()));
        if (day.AddDays(1).Day == 1 || waiting.Count == 20)
        {
            var rows = new ObservationRows(tables, indexer);
            var (head, etag) = await rows.HeadAsync(cancellationToken);
            await rows.CommitAsync(etag, head, waiting, cancellationToken);
            waiting.Clear();
        }
    }

    private Observation Question(DateTimeOffset time)
    {
        if (random.Next(4000) == 0)
        {
            downUntil = time.AddHours(random.Next(1, 30));
        }

        history += random.Next(1, 200);
        var failed = time < downUntil || random.Next(150) == 0;
        return new()
        {
            Time = time,
            Source = ObservationSource.Query,
            Outcome = failed ? ObservationOutcome.Failed : ObservationOutcome.Ok,
            HistoryId = history,
            ResponseMilliseconds = (int)(300 * Math.Exp(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)),
            Class = failed ? Classes[random.Next(Classes.Length)] : null,
            Reason = failed ? "The request to the tracker did not end within 100 seconds (HttpClient.Timeout elapsing)" : null,
        };
    }
}

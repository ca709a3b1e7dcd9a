using ArrFunctions.Ops.Metrics;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Metrics;

public sealed class MetricCollectorsTests
{
    private static readonly MetricFamily Rooms = new("rooms", MetricKind.Gauge, "Rooms of the house.", "name");
    private static readonly MetricFamily Doors = new("doors", MetricKind.Gauge, "Doors of the house.");

    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_that_fails_is_shown_as_such_and_the_others_are_unharmed()
    {
        using var collectors = Of(
            MetricCollector.Of("rooms", [Rooms], _ => throw new InvalidOperationException("secret")), MetricCollector.Of("doors", [Doors], sink => sink.Add(Doors, 3)));

        var shown = Exposition.Read(MetricText.Of(await collectors.ReadAsync(Cancellation), MetricFormat.Text, "test"), isOpen: false);

        Assert.Equal((1.0, 0.0, 3.0), (shown.Value("test_collector_error{collector=rooms}"), shown.Value("test_collector_error{collector=doors}"), shown.Value("test_doors{}")));
        Assert.DoesNotContain(shown.Lines, line => line.Name is "test_rooms");
    }

    [Fact]
    public async Task A_collector_that_hangs_is_left_behind_and_is_not_begun_a_second_time()
    {
        var begun = 0;
        var hanging = new TaskCompletionSource();
        var isBegun = new SemaphoreSlim(0);
        using var collectors = Of(
            new MetricCollector("rooms", [Rooms], async (sink, _) =>
            {
                Interlocked.Increment(ref begun);
                isBegun.Release();
                await hanging.Task.WaitAsync(CancellationToken.None);
                sink.Add(Rooms, 1, "hall");
            }),
            MetricCollector.Of("doors", [Doors], sink => sink.Add(Doors, 3)));

        for (var turn = 0; turn < 2; turn++)
        {
            var reading = collectors.ReadAsync(Cancellation);
            while (!reading.IsCompleted)
            {
                await Task.WhenAny(reading, isBegun.WaitAsync(TimeSpan.FromMilliseconds(20), Cancellation));
                clock.Advance(MetricCollectors.Patience);
            }

            var values = await reading;
            Assert.Equal((1.0, 3.0), (Value(values, "collector_error", "rooms"), Value(values, "doors")));
            Assert.DoesNotContain(values, metric => metric.Family == Rooms);
        }

        Assert.Equal(1, begun);
        hanging.SetResult();
    }

    [Fact]
    public async Task Whoever_reads_a_moment_later_gets_the_same_and_later_what_is_new()
    {
        var looks = 0;
        using var collectors = Of(MetricCollector.Of("doors", [Doors], sink => sink.Add(Doors, ++looks)));

        var values = new List<double> { Value(await collectors.ReadAsync(Cancellation), "doors") };
        clock.Advance(TimeSpan.FromSeconds(4.9));
        values.Add(Value(await collectors.ReadAsync(Cancellation), "doors"));
        clock.Advance(TimeSpan.FromSeconds(0.2));
        values.Add(Value(await collectors.ReadAsync(Cancellation), "doors"));

        Assert.Equal([1, 1, 2], values);
    }

    [Fact]
    public async Task Label_sets_beyond_the_limit_are_left_out_and_counted()
    {
        using var collectors = Of(MetricCollector.Of("rooms", [Rooms], sink => Enumerable.Range(0, 250).ToList().ForEach(room => sink.Add(Rooms, 1, $"room {room}"))));

        var values = await collectors.ReadAsync(Cancellation);

        Assert.Equal(200, values.Single(metric => metric.Family == Rooms).Samples.Count);
        Assert.Equal(50, Value(values, "metric_overflow_total", "rooms"));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(100, Value(await collectors.ReadAsync(Cancellation), "metric_overflow_total", "rooms"));
    }

    private MetricCollectors Of(params MetricCollector[] collectors) => new(collectors, clock, NullLogger<MetricCollectors>.Instance);

    private static double Value(IReadOnlyList<MetricValues> values, string name, params string[] labels) =>
        values.Single(metric => metric.Family.Name == name).Samples.Single(sample => sample.Labels.SequenceEqual(labels)).Value;
}

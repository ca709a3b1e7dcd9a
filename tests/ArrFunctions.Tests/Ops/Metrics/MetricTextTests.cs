using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Tests.Ops.Metrics;

public sealed class MetricTextTests
{
    private static readonly MetricFamily Up = new("indexer_up", MetricKind.Gauge, """Works "well" \ or not.""", "instance", "indexer");

    [Theory]
    [InlineData("""a"b""")]
    [InlineData("""a\b""")]
    [InlineData("a\nb")]
    [InlineData("""a"} 1""")]
    [InlineData("a\n# EOF")]
    [InlineData("ünï ✓ 日本")]
    [InlineData("🎬")]
    [InlineData("{a=\"b\"}")]
    [InlineData("")]
    public void A_name_from_outside_stays_within_its_label(string name)
    {
        foreach (var format in Enum.GetValues<MetricFormat>())
        {
            var sink = new MetricSink([Up]);
            sink.Add(Up, 1, "prowlarr", name);

            var shown = Exposition.Read(MetricText.Of(sink.Values, format, "test"), format is MetricFormat.OpenMetrics);

            var expected = name.Replace('\n', '\uFFFD');
            Assert.Equal(expected, Assert.Single(shown.Lines).Label("indexer"));
        }
    }

    [Fact]
    public void Control_characters_and_halves_of_characters_are_no_text_and_long_names_are_cut()
    {
        var sink = new MetricSink([Up]);
        sink.Add(Up, 1, "prowlarr", "a\0b\rc\u0085d\ud83d");
        sink.Add(Up, 1, "prowlarr", new string('x', 200));

        Assert.Equal(["a\uFFFDb\uFFFDc\uFFFDd\uFFFD", $"{new string('x', 127)}…"], sink.Values[0].Samples.Select(sample => sample.Labels[1]));
    }

    [Fact]
    public void The_same_labels_twice_are_one_series()
    {
        var sink = new MetricSink([Up]);
        sink.Add(Up, 1, "prowlarr", "one");
        sink.Add(Up, 0, "prowlarr", "one");

        Assert.Equal(1, Assert.Single(sink.Values[0].Samples).Value);
    }

    [Fact]
    public void Each_format_has_its_own_words()
    {
        var scores = new MetricFamily("score", MetricKind.GaugeHistogram, "Scores.", "profile") { Bounds = [-1, 0, 10] };
        var bytes = new MetricFamily("read_bytes_total", MetricKind.Counter, "Bytes.") { Unit = "bytes" };
        var sink = new MetricSink([scores, bytes]);
        sink.Add(scores, new BucketCounts([1, 0, 2, 1], -70), "HD");
        sink.Add(bytes, 12);

        Assert.Equal(
            """
            # TYPE test_read_bytes_total counter
            # HELP test_read_bytes_total Bytes.
            test_read_bytes_total 12
            # TYPE test_score histogram
            # HELP test_score Scores.
            test_score_bucket{profile="HD",le="-1.0"} 1
            test_score_bucket{profile="HD",le="0.0"} 1
            test_score_bucket{profile="HD",le="10.0"} 3
            test_score_bucket{profile="HD",le="+Inf"} 4
            test_score_count{profile="HD"} 4
            test_score_sum{profile="HD"} -70

            """,
            MetricText.Of(sink.Values, MetricFormat.Text, "test"));
        Assert.Equal(
            """
            # TYPE test_read_bytes counter
            # UNIT test_read_bytes bytes
            # HELP test_read_bytes Bytes.
            test_read_bytes_total 12
            # TYPE test_score gaugehistogram
            # HELP test_score Scores.
            test_score_bucket{profile="HD",le="-1.0"} 1
            test_score_bucket{profile="HD",le="0.0"} 1
            test_score_bucket{profile="HD",le="10.0"} 3
            test_score_bucket{profile="HD",le="+Inf"} 4
            test_score_gcount{profile="HD"} 4
            test_score_gsum{profile="HD"} -70
            # EOF

            """,
            MetricText.Of(sink.Values, MetricFormat.OpenMetrics, "test"));
    }

    [Theory]
    [InlineData("", MetricFormat.Text)]
    [InlineData("*/*", MetricFormat.Text)]
    [InlineData("text/html", MetricFormat.Text)]
    [InlineData("nonsense;;", MetricFormat.Text)]
    [InlineData("application/openmetrics-text", MetricFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", MetricFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=1.0.0;q=0.2,text/plain;version=0.0.4;q=0.8", MetricFormat.Text)]
    [InlineData("application/openmetrics-text;q=0,text/plain", MetricFormat.Text)]
    [InlineData("application/openmetrics-text;version=9.0.0,text/plain;q=0.1", MetricFormat.Text)]
    [InlineData("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,application/openmetrics-text;version=\"1.0.0\";q=0.7,*/*;q=0.1", MetricFormat.OpenMetrics)]
    public void The_format_is_the_one_that_is_wanted_most(string accept, object expected) => Assert.Equal((MetricFormat)expected, MetricFormats.Choose(accept));
}

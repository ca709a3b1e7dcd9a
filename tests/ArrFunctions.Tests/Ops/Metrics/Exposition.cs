using System.Globalization;
using System.Text.RegularExpressions;

namespace ArrFunctions.Tests.Ops.Metrics;

/// <summary>Reads metrics as strictly as the formats are written down, and refuses whatever they do not allow.</summary>
internal sealed partial class Exposition
{
    private readonly bool isOpen;
    private readonly HashSet<string> series = new(StringComparer.Ordinal);
    private ExposedMetric? open;

    private Exposition(bool isOpen) => this.isOpen = isOpen;

    public Dictionary<string, ExposedMetric> Metrics { get; } = new(StringComparer.Ordinal);

    public IEnumerable<ExposedLine> Lines => Metrics.Values.SelectMany(metric => metric.Lines);

    public static Exposition Read(string text, bool isOpen)
    {
        var exposition = new Exposition(isOpen);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var lines = text[..^1].Split('\n').ToList();
        if (isOpen)
        {
            Assert.Equal("# EOF", lines[^1]);
            lines.RemoveAt(lines.Count - 1);
        }

        lines.ForEach(exposition.Read);
        foreach (var metric in exposition.Metrics.Values)
        {
            metric.Judge(isOpen);
        }

        return exposition;
    }

    public double Value(string line) => Assert.Single(Lines, each => each.ToString() == line).Value;

    private void Read(string line)
    {
        if (line.StartsWith('#'))
        {
            ReadComment(line);
            return;
        }

        var match = SampleLine().Match(line);
        Assert.True(match.Success, $"This is no sample: {line}");
        Assert.NotNull(open);
        var labels = LabelPair().Matches(match.Groups["labels"].Value).Select(pair => (Name: pair.Groups["name"].Value, Value: Unescaped(pair.Groups["value"].Value))).ToList();
        Assert.Equal(labels.Count, labels.DistinctBy(label => label.Name).Count());
        var found = new ExposedLine(match.Groups["name"].Value, labels, Number(match.Groups["number"].Value));
        Assert.Contains(found.Name, open.Names(isOpen));
        Assert.True(series.Add(found.ToString()), $"Twice: {found}");
        open.Lines.Add(found);
    }

    private void ReadComment(string line)
    {
        var match = CommentLine().Match(line);
        Assert.True(match.Success, $"This is neither TYPE, UNIT nor HELP: {line}");
        var (kind, name, rest) = (match.Groups["kind"].Value, match.Groups["name"].Value, match.Groups["rest"].Value);
        switch (kind)
        {
            case "TYPE":
                Assert.Contains(rest, isOpen ? ["counter", "gauge", "histogram", "gaugehistogram", "info"] : (string[])["counter", "gauge", "histogram"]);
                open = new(name, rest);
                Assert.True(Metrics.TryAdd(name, open), $"{name} has two parts.");
                break;
            case "UNIT":
                Assert.True(isOpen);
                Assert.Equal(open!.Name, name);
                Assert.EndsWith($"_{rest}", name, StringComparison.Ordinal);
                break;
            default:
                Assert.Equal(open!.Name, name);
                Assert.Empty(open.Lines);
                Assert.NotEmpty(rest);
                break;
        }
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static string Unescaped(string text) => Escaped().Replace(text, match => match.Value[1] is 'n' ? "\n" : match.Value[1..]);

    [GeneratedRegex("^# (?<kind>TYPE|UNIT|HELP) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<rest>[^\n]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentLine();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\"|\\n)*",?)+)(?<!,)\})? (?<number>[+-]?(\d+(\.\d+)?([eE][+-]?\d+)?|Inf)|NaN)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SampleLine();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\.)*)"(,|$)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LabelPair();

    [GeneratedRegex("""\\.""", RegexOptions.None, 1000)]
    private static partial Regex Escaped();
}

using System.Text;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Takes in what one collector tells. Values of labels come from outside too: they are cleaned and cut, and there are at most so many of them.</summary>
internal sealed class MetricSink(IReadOnlyCollection<MetricFamily> families)
{
    private const int LongestLabel = 128;

    private readonly Dictionary<MetricFamily, Dictionary<string, MetricSample>> samples =
        families.ToDictionary(static family => family, static _ => new Dictionary<string, MetricSample>(StringComparer.Ordinal));

    private readonly Dictionary<string, long> left = new(StringComparer.Ordinal);

    /// <summary>Label sets that found no room, by the name of their metric.</summary>
    public IReadOnlyDictionary<string, long> Left => left;

    public IReadOnlyList<MetricValues> Values => [.. samples.Select(static each => new MetricValues(each.Key, [.. each.Value.Values]))];

    /// <param name="family">One that the collector names.</param>
    /// <param name="labels">Of the same set the first value counts.</param>
    public void Add(MetricFamily family, double value, params ReadOnlySpan<string> labels) => Add(family, value, buckets: null, labels);

    /// <param name="seconds">Null is not told.</param>
    public void AddTime(MetricFamily family, DateTimeOffset? seconds, params ReadOnlySpan<string> labels)
    {
        if (seconds is { } time)
        {
            Add(family, time.ToUnixTimeMilliseconds() / 1000.0, buckets: null, labels);
        }
    }

    public void Add(MetricFamily family, BucketCounts buckets, params ReadOnlySpan<string> labels) => Add(family, value: 0, buckets, labels);

    private void Add(MetricFamily family, double value, BucketCounts? buckets, ReadOnlySpan<string> labels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, family.Labels.Count, nameof(labels));
        string[] clean = new string[labels.Length];
        for (var place = 0; place < clean.Length; place++)
        {
            clean[place] = Clean(labels[place]);
        }

        var (key, known) = (string.Join('\u0001', clean), samples[family]);
        if (known.Count < family.Most)
        {
            known.TryAdd(key, new(clean, value, buckets));
        }
        else if (!known.ContainsKey(key))
        {
            left[family.Name] = left.GetValueOrDefault(family.Name) + 1;
        }
    }

    private static string Clean(string label)
    {
        var whole = label.Length <= LongestLabel ? label : $"{label.AsSpan(0, LongestLabel - 1)}…";
        return whole.AsSpan().ContainsAnyInRange('\0', '\u001f') || whole.Any(static letter => char.IsControl(letter) || char.IsSurrogate(letter)) ? Spelled(whole) : whole;
    }

    /// <summary>Control characters and halves of characters are shown as what they are: no text.</summary>
    private static string Spelled(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            spelled.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        }

        return spelled.ToString();
    }
}

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Whether a new file has everything that the old one had.</summary>
internal static class MediaFactsComparison
{
    private static readonly TimeSpan MostDrift = TimeSpan.FromSeconds(0.5);

    /// <summary>What programs write about their own work and not about the media.</summary>
    private static readonly HashSet<string> OwnTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "encoder", "creation_time", "major_brand", "minor_version", "compatible_brands", "vendor_id", "duration", "BPS", "NUMBER_OF_FRAMES", "NUMBER_OF_BYTES",
    };

    /// <summary>What the new file lacks or has changed, for people; null when it is as good as the old one. The default flags of audio tracks are not compared.</summary>
    public static string? Difference(MediaFacts before, MediaFacts after)
    {
        if (before.Streams.Count != after.Streams.Count)
        {
            return $"the new file has {after.Streams.Count} streams and the old one {before.Streams.Count}";
        }

        if (before.Duration is { } was && (after.Duration is not { } now || (was - now).Duration() > MostDrift))
        {
            return $"the new file plays {after.Duration?.ToString() ?? "an unknown time"} and the old one {was}";
        }

        return before.Streams.Zip(after.Streams).Select((pair, index) => Difference(pair.First, pair.Second, index)).FirstOrDefault(found => found is not null)
            ?? (before.Chapters.SequenceEqual(after.Chapters, StringComparer.Ordinal) ? null : "the new file has other chapters")
            ?? Lost(before.Tags, after.Tags, "the new file");
    }

    private static string? Difference(StreamFacts before, StreamFacts after, int index)
    {
        if (before.Shape != after.Shape)
        {
            return $"stream {index} is {after.Shape} in the new file and {before.Shape} in the old one";
        }

        var changed = before.Dispositions.Except(after.Dispositions, StringComparer.Ordinal)
            .Concat(after.Dispositions.Except(before.Dispositions, StringComparer.Ordinal))
            .FirstOrDefault(disposition => disposition != "default" || before.Type != "audio");
        return changed is not null ? $"stream {index} has another '{changed}' flag in the new file"
            : Lacks(before.Looks, after.Looks) is { } look ? $"stream {index} of the new file has lost its '{look}'"
            : Lost(before.Tags, after.Tags, $"stream {index} of the new file");
    }

    private static string? Lost(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, string whose) =>
        Lacks(before.Where(tag => !IsOwn(tag.Key)), after) is { } lost ? $"{whose} has lost the tag '{lost}'" : null;

    /// <summary>Older mkvmerge names the language behind the name: BPS-eng.</summary>
    private static bool IsOwn(string tag) => OwnTags.Contains(tag.Split('-')[0]) || tag.StartsWith("_STATISTICS", StringComparison.OrdinalIgnoreCase);

    private static string? Lacks(IEnumerable<KeyValuePair<string, string>> before, IReadOnlyDictionary<string, string> after) =>
        before.Where(fact => !after.TryGetValue(fact.Key, out var value) || value != fact.Value).Select(fact => fact.Key).FirstOrDefault();
}

using System.Globalization;
using ArrFunctions.Ops.Notifications.Clients;

namespace ArrFunctions.Ops.Notifications;

/// <summary>The words of a message.</summary>
internal static class NotificationText
{
    /// <summary>Of events; the rest is counted.</summary>
    public const int MostLines = 20;

    private const int LongestLine = 300;

    private const int MostKindsInTitle = 3;

    private const string Sender = "ArrFunctions";

    /// <param name="notices">One digest, or events.</param>
    /// <param name="only">What the feature of an event that is told alone calls it; null: its name does.</param>
    public static string Title(IReadOnlyList<WaitingNotice> notices, string? only = null)
    {
        if (only is not null)
        {
            return $"{Sender}: {only}";
        }

        if (notices is [{ IsDigest: true } digest])
        {
            var count = digest.Digest.Sum(static group => group.Count);
            return string.Create(CultureInfo.InvariantCulture, $"{Sender}: {count} event{(count == 1 ? "" : "s")} since the last digest");
        }

        var kinds = notices.GroupBy(static notice => notice.Event!.Name, StringComparer.Ordinal).OrderByDescending(static kind => kind.Max(static notice => notice.Severity)).ToList();
        var words = kinds.Take(MostKindsInTitle).Select(static kind => kind.Count() == 1 ? EventWords.Of(kind.Key) : $"{EventWords.Of(kind.Key)} ({kind.Count()})");
        return $"{Sender}: {string.Join(", ", words)}{(kinds.Count > MostKindsInTitle ? " and more" : "")}";
    }

    /// <param name="notices">One digest, or events.</param>
    /// <param name="extras">Lines that features add, by the id of the event.</param>
    /// <param name="dropped">How many older ones were not kept.</param>
    public static string Text(IReadOnlyList<WaitingNotice> notices, IReadOnlyDictionary<string, string> extras, long dropped)
    {
        var lines = notices is [{ IsDigest: true } digest] ? DigestLines(digest.Digest) : EventLines(notices, extras);
        return string.Join('\n', dropped > 0 ? lines.Append(string.Create(CultureInfo.InvariantCulture, $"{dropped} older ones were not kept, because too many waited; the event log has them.")) : lines);
    }

    private static IEnumerable<string> EventLines(IReadOnlyList<WaitingNotice> notices, IReadOnlyDictionary<string, string> extras)
    {
        // The gravest are told in words; which of the others are is of less matter than their order.
        var shown = notices.Index().OrderByDescending(static one => one.Item.Severity).Take(MostLines).OrderBy(static one => one.Index).Select(static one => one.Item);
        foreach (var notice in shown)
        {
            var told = notice.Event!;
            var name = notices.Count == 1 ? "" : $"{EventWords.Of(told.Name)}: ";
            var held = notice.Held == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (came {notice.Held} more times before)");
            yield return Line($"{name}{told.Message}{held}");
            if (extras.TryGetValue(told.Id, out var more))
            {
                yield return more;
            }
        }

        if (notices.Count > MostLines)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"and {notices.Count - MostLines} more");
        }
    }

    private static IEnumerable<string> DigestLines(IReadOnlyList<DigestGroup> groups)
    {
        List<DigestGroup> ordered = [.. groups.OrderByDescending(static group => group.Severity).ThenByDescending(static group => group.Count)];
        foreach (var group in ordered)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{group.Count} × {EventWords.Of(group.Name)}");
        }

        foreach (var group in ordered.Take(MostLines))
        {
            yield return "";
            yield return $"{EventWords.Of(group.Name)}{(group.Count > group.Samples.Count ? ", the newest" : "")}:";
            foreach (var sample in group.Samples)
            {
                yield return Line($"- {sample}");
            }
        }
    }

    /// <summary>Nothing in a message begins a line of its own.</summary>
    private static string Line(string text) => WholeText.Fit(WholeText.Line(text), LongestLine);
}

using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Takeover;

/// <summary>Plays the history of Arr Score Exporter over again, run by run, in memory that grows with the library and not with its history.</summary>
/// <remarks>
/// There another file of one item is one file that went and one that came, which is why its trends show no upgrade. Here the state before a run is compared with the one after it. What its first
/// run found is no news, and a file of several episodes, which it kept once for each, is one file.
/// </remarks>
internal sealed class ScoreReplay
{
    /// <summary>Rows further apart than this are of two runs.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(30);

    private readonly Dictionary<TheirItem, Held> held = [];
    private readonly Dictionary<(int Title, int File), (int Episodes, int Score)> counted = [];
    private readonly SortedDictionary<int, int> scores = [];
    private readonly Dictionary<TheirItem, (Held? Before, DateTimeOffset Time)> touched = [];
    private DateTimeOffset started;
    private DateTimeOffset last;
    private long sum;
    private bool isFirst = true;

    /// <summary>One more row, in the order in which they were written.</summary>
    /// <returns>The run that ended before it; null: it goes on.</returns>
    public ReplayedRun? Add(TheirScore row)
    {
        var ended = touched.Count > 0 && row.Time - last > Gap ? End() : null;
        if (touched.Count == 0)
        {
            started = row.Time;
        }

        last = row.Time > last || touched.Count == 0 ? row.Time : last;
        var item = new TheirItem(row.File.TitleId, row.File.Season, row.File.Episode);
        var now = held.TryGetValue(item, out var known) ? known : (Held?)null;
        var isOwn = now is { } own && own.FileId == row.File.FileId;
        if (row.Kind is TheirScoreKind.Removed && !isOwn)
        {
            return ended; // It was replaced before it was removed.
        }

        touched.TryAdd(item, (now ?? Missed(row), row.Time));
        Drop(item, now);
        if (row.Kind is not TheirScoreKind.Removed)
        {
            Hold(item, new(row.File.FileId, row.Score));
        }

        return ended;
    }

    /// <summary>The run that the last row is of; null: there was no row.</summary>
    public ReplayedRun? End()
    {
        if (touched.Count == 0)
        {
            return null;
        }

        var changes = isFirst ? [] : touched.Select(one => Change(one.Key, one.Value.Before, one.Value.Time)).OfType<ReplayedChange>().ToList();
        var run = new ReplayedRun(started, last, counted.Count, counted.Count == 0 ? 0 : (double)sum / counted.Count, Median(), scores.TakeWhile(static score => score.Key < 0).Sum(static score => score.Value), changes);
        touched.Clear();
        isFirst = false;
        return run;
    }

    private ReplayedChange? Change(TheirItem item, Held? before, DateTimeOffset time)
    {
        var after = held.TryGetValue(item, out var now) ? now : (Held?)null;
        ScoreChangeKind? kind = (before, after) switch
        {
            (null, null) => null,
            (null, _) => ScoreChangeKind.Added,
            (_, null) => ScoreChangeKind.Removed,
            ({ } old, { } own) when old.FileId != own.FileId => own.Score.CompareTo(old.Score) switch { > 0 => ScoreChangeKind.Upgraded, < 0 => ScoreChangeKind.Downgraded, _ => ScoreChangeKind.Replaced },
            ({ } old, { } own) when old.Score != own.Score => ScoreChangeKind.Rescored,
            _ => null,
        };
        return kind is { } told ? new(item, time, told, before?.Score, after?.Score) : null;
    }

    /// <summary>A file that was there although no row is left of when it came.</summary>
    private static Held? Missed(TheirScore row) => row.Kind is TheirScoreKind.Seen ? new(row.File.FileId, row.Previous ?? row.Score) : null;

    private void Hold(TheirItem item, Held now)
    {
        held[item] = now;
        var file = (item.TitleId, now.FileId);
        var isKnown = counted.TryGetValue(file, out var known);
        if (isKnown)
        {
            Count(known.Score, -1);
        }

        counted[file] = (known.Episodes + 1, now.Score);
        Count(now.Score, 1);
    }

    private void Drop(TheirItem item, Held? known)
    {
        if (known is not { } old || !held.Remove(item))
        {
            return;
        }

        var file = (item.TitleId, old.FileId);
        var (episodes, score) = counted[file];
        if (episodes > 1)
        {
            counted[file] = (episodes - 1, score);
        }
        else
        {
            counted.Remove(file);
            Count(score, -1);
        }
    }

    private void Count(int score, int files)
    {
        if ((scores[score] = scores.GetValueOrDefault(score) + files) == 0)
        {
            scores.Remove(score);
        }

        sum += (long)score * files;
    }

    private double Median()
    {
        var (seen, lower) = (0, (int?)null);
        foreach (var (score, count) in scores)
        {
            seen += count;
            if (lower is null && seen >= (counted.Count + 1) / 2)
            {
                lower = score;
            }

            if (seen >= (counted.Count / 2) + 1)
            {
                return (lower!.Value + (double)score) / 2;
            }
        }

        return 0;
    }

    private readonly record struct Held(int FileId, int Score);
}

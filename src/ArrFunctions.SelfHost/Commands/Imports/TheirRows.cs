using System.Globalization;
using ArrFunctions.Indexers.Takeover;
using ArrFunctions.Library.Takeover;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>What the databases of the other programs hold; rows that mean nothing are passed over and counted.</summary>
/// <param name="database">Theirs.</param>
/// <param name="clock">What was after now was written by a clock that went wrong.</param>
/// <param name="mostRows">Of a table that are read, the oldest; that there are more is told.</param>
internal sealed class TheirRows(TheirDatabase database, TimeProvider clock, int mostRows = TheirRows.MostRows)
{
    public const int MostRows = 5_000_000;

    /// <summary>Tests of one indexer that are held at once: two years of their heal runs.</summary>
    private const int MostTests = 10_000;

    private const int MostIndexers = 1000;

    /// <summary>Movies whose names are held; others are called by their ids.</summary>
    private const int MostNames = 200_000;

    private static readonly TheirTable ScoreHistory = new("score_history", ["unique_identifier!", "timestamp!", "total_score!", "previous_score", "change_type!"]);
    private static readonly TheirTable MediaFiles = new("media_files", ["movie_id", "title"]);
    private static readonly TheirTable IndexerHealth = new("indexer_health", ["service!", "indexer_id!", "name!", "success!", "error", "timestamp!"]);
    private static readonly TheirTable JobTable = new("jobs", ["file_path!", "status!"]);

    private readonly Dictionary<string, (int Read, int Passed)> counts = new(StringComparer.Ordinal);

    /// <summary>What is left out of each table, in sentences; a table that was read several times counts once.</summary>
    public IEnumerable<string> Left()
    {
        foreach (var (table, count) in counts)
        {
            if (count.Read > mostRows)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"The table {table} has more than {mostRows:N0} rows. The first {mostRows:N0} were read, the oldest; the newer ones are left out.");
            }

            if (count.Passed > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{count.Passed} of {count.Read} rows of the table {table} mean nothing here (a time, a number or an identifier that is none), and are left out.");
            }
        }
    }

    /// <exception cref="TheirConfigurationException">It is no database of that program.</exception>
    public void Require(TheirSystem system) => _ = database.Rows(system switch
    {
        TheirSystem.AiArrControl => IndexerHealth,
        TheirSystem.ArrTheAudio => JobTable,
        _ => ScoreHistory,
    });

    /// <summary>The history of the scores of Arr Score Exporter, without what was made of it.</summary>
    public IEnumerable<TheirScore> Scores()
    {
        foreach (var row in Rows(ScoreHistory))
        {
            if (row is [string identifier, _, _, var previous, string kind] && TheirFile.Parse(identifier) is { } file && Time(row[1]) is { } time && Number(row[2]) is { } score)
            {
                yield return new(file, time, score, Number(previous), kind switch { "new_file" => TheirScoreKind.NewFile, "removed" => TheirScoreKind.Removed, _ => TheirScoreKind.Seen });
            }
            else
            {
                Pass(ScoreHistory);
            }
        }
    }

    /// <summary>The movies that Arr Score Exporter knew last, by id.</summary>
    public Dictionary<int, string> Movies()
    {
        var names = new Dictionary<int, string>();
        foreach (var row in Rows(MediaFiles))
        {
            if (Number(row[0]) is > 0 and { } id && row[1] is string title && (names.Count < MostNames || names.ContainsKey(id)))
            {
                names[id] = title.Length > 300 ? title[..300] : title;
            }
        }

        return names;
    }

    /// <summary>The tests of AI Arr Control by indexer, each in the order of time, the newest of them.</summary>
    public IEnumerable<IReadOnlyList<TheirTest>> Tests()
    {
        var indexers = new Dictionary<(string, int), Queue<TheirTest>>();
        foreach (var row in Rows(IndexerHealth))
        {
            if (row is [string service, _, string name, _, var error, _] && Number(row[1]) is { } id && Number(row[3]) is { } success && Time(row[5]) is { } time
                && (indexers.ContainsKey((service, id)) || indexers.Count < MostIndexers))
            {
                var tests = indexers.TryGetValue((service, id), out var known) ? known : indexers[(service, id)] = new();
                tests.Enqueue(new(service, id, name, success != 0, error as string, time));
                if (tests.Count > MostTests)
                {
                    tests.Dequeue();
                }
            }
            else
            {
                Pass(IndexerHealth);
            }
        }

        return indexers.Values.Select(static tests => (IReadOnlyList<TheirTest>)[.. tests.OrderBy(static test => test.Time)]);
    }

    /// <summary>The jobs of ArrTheAudio.</summary>
    public IEnumerable<(string Path, string Status)> Jobs()
    {
        foreach (var row in Rows(JobTable))
        {
            if (row is [string path, string status] && path.StartsWith('/'))
            {
                yield return (path, status);
            }
            else
            {
                Pass(JobTable);
            }
        }
    }

    private IEnumerable<object?[]> Rows(TheirTable table)
    {
        // Read again, it is counted again.
        counts[table.Name] = (0, 0);
        foreach (var row in database.Rows(table))
        {
            var count = counts[table.Name];
            counts[table.Name] = count with { Read = count.Read + 1 };
            if (count.Read == mostRows)
            {
                yield break;
            }

            yield return row;
        }
    }

    private void Pass(TheirTable table) => counts[table.Name] = counts[table.Name] with { Passed = counts[table.Name].Passed + 1 };

    private static int? Number(object? value) => value switch
    {
        long whole when whole is >= int.MinValue and <= int.MaxValue => (int)whole,
        double real when real is >= int.MinValue and <= int.MaxValue => (int)Math.Round(real),
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Their times have no zone and are in UTC; one with a zone is taken by it.</summary>
    private DateTimeOffset? Time(object? value) =>
        value is string text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && time.Year >= 2010 && time <= clock.GetUtcNow() ? time : null;
}

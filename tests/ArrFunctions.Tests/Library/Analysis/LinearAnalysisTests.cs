using System.Collections;
using System.Diagnostics;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Analysis.Legacy;

namespace ArrFunctions.Tests.Library.Analysis;

/// <summary>100,000 files with 300 formats cost ten times what 10,000 do, counted in looks at their formats and in bytes; the times are printed.</summary>
public sealed class LinearAnalysisTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_times_the_files_cost_ten_times_as_much()
    {
        Measure(1000);
        var (few, many) = (Measure(10_000), Measure(100_000));
        output.WriteLine($"10,000 files: {few}; 100,000 files: {many}");

        Assert.InRange(many.Looks, 8 * few.Looks, 12 * few.Looks);
        Assert.InRange(many.Bytes, 8 * few.Bytes, 12 * few.Bytes);
    }

    private static (long Looks, long Bytes, TimeSpan Time, int Kept) Measure(int count)
    {
        var random = new Random(7);
        var profiles = Enumerable.Range(1, 6).Select(id => Bookcase.Profile(id, points: [.. Enumerable.Range(1, 300).Select(format => (format, random.Next(-200, 300)))])).ToArray();
        var lists = Enumerable.Range(0, 1000).Select(_ => new CountedFormats([.. Enumerable.Range(0, 10).Select(_ => random.Next(1, 301)).Distinct().Order()])).ToArray();
        var library = Bookcase.Library(Enumerable.Range(1, count).Select(id => random.Next(lists.Length) is var list ? new ScoredFile
        {
            Title = new() { Id = id, Title = $"Movie {id}", ProfileId = 1, Runtime = 100 },
            Profile = profiles[id % 6],
            Score = lists[list].Ids.Sum(format => profiles[id % 6].Scores[format]),
            Formats = lists[list],
            Quality = "Bluray-1080p",
            Size = random.Next(1_000_000),
        } : throw new InvalidOperationException("no list")));
        library = library with { Formats = Enumerable.Range(1, 300).ToDictionary(id => id, id => new ScoredFormat(id, $"Format {id}")) };
        var (looks, bytes, start) = (lists.Sum(list => list.Looks), GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        var kept = UpgradeCandidates.Of(library, hasWorkingIndexer: true);
        var told = kept.Sum(candidate => candidate.Recommendation.Length);
        var others = FormatEffects.Of(library).Count + ProfileReport.Of(library).Count + LegacyNumbers.Of(library).Files;

        Assert.True(told > 0 && others > count);
        return (lists.Sum(list => list.Looks) - looks, GC.GetAllocatedBytesForCurrentThread() - bytes, Stopwatch.GetElapsedTime(start), kept.Count);
    }

    private sealed class CountedFormats(int[] ids) : IReadOnlyList<int>
    {
        public int[] Ids => ids;

        public long Looks { get; private set; }

        public int Count => ids.Length;

        public int this[int index] => ids[index];

        public IEnumerator<int> GetEnumerator()
        {
            Looks++;
            return ((IEnumerable<int>)ids).GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

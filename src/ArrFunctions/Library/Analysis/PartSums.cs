namespace ArrFunctions.Library.Analysis;

/// <summary>Adds titles with their files up by the name of a part.</summary>
internal sealed class PartSums
{
    private readonly Dictionary<string, Sum> _sums = new(StringComparer.Ordinal);

    /// <param name="candidates">The items that are upgrade candidates.</param>
    public void Add(string part, IEnumerable<ScoredFile> files, HashSet<ItemKey> candidates)
    {
        var sum = _sums.TryGetValue(part, out var known) ? known : _sums[part] = new();
        sum.Titles++;
        foreach (var file in files)
        {
            sum.Scores.Add(file.Score);
            sum.Bytes += file.Size;
            sum.AtCutoff += file.IsAtCutoff ? 1 : 0;
            sum.Candidates += candidates.Contains(file.Item) ? 1 : 0;
        }
    }

    /// <summary>The largest first.</summary>
    public IEnumerable<PartFigures> Figures() => _sums
        .Select(sum => new PartFigures(
            sum.Key, sum.Value.Titles, sum.Value.Scores.Count, sum.Value.Bytes, Spread.MedianOf(sum.Value.Scores), sum.Value.AtCutoff, sum.Value.Candidates))
        .OrderByDescending(part => part.Files).ThenByDescending(part => part.Titles).ThenBy(part => part.Name, StringComparer.Ordinal);

    private sealed class Sum
    {
        public int Titles { get; set; }

        public List<int> Scores { get; } = [];

        public long Bytes { get; set; }

        public int AtCutoff { get; set; }

        public int Candidates { get; set; }
    }
}

using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Exports;

/// <summary>How many files under a quality profile have which score, at the end of an export.</summary>
/// <param name="Counts">By <see cref="Bounds"/>, each for itself; the last one has no bound.</param>
/// <param name="Sum">Of all scores.</param>
internal sealed record ScoreCounts(string Profile, IReadOnlyList<long> Counts, long Sum)
{
    /// <summary>A common profile gives some hundreds to some thousands, and -10000 for what nobody wants.</summary>
    public static IReadOnlyList<double> Bounds { get; } =
        [-10000, -5000, -1000, -500, -100, -1, 0, 10, 25, 50, 100, 250, 500, 750, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10000];

    /// <summary>One for each profile that has files.</summary>
    public static IReadOnlyList<ScoreCounts> Of(ScoredLibrary library)
    {
        var profiles = new Dictionary<int, (string Name, long[] Counts, long Sum)>();
        foreach (var file in library.Files)
        {
            var (name, counts, sum) = profiles.TryGetValue(file.Profile.Id, out var known) ? known : (file.Profile.Name, new long[Bounds.Count + 1], 0);
            counts[Place(file.Score)]++;
            profiles[file.Profile.Id] = (name, counts, sum + file.Score);
        }

        return [.. profiles.Values.Select(static profile => new ScoreCounts(profile.Name, profile.Counts, profile.Sum)).OrderBy(static profile => profile.Profile, StringComparer.Ordinal)];
    }

    private static int Place(int score)
    {
        var place = 0;
        while (place < Bounds.Count && score > Bounds[place])
        {
            place++;
        }

        return place;
    }
}

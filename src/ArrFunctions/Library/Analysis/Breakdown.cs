using System.Globalization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Analysis;

/// <summary>The same figures for parts of a library.</summary>
internal static class Breakdown
{
    private const string NoYear = "unknown";

    public static LibraryBreakdown Of(ScoredLibrary library, IReadOnlyList<UpgradeCandidate> candidates)
    {
        var items = candidates.Select(candidate => candidate.Item).ToHashSet();
        var peers = PeerScores.Of(library.Files);
        var ranges = Ranges(library.Files);
        var (genres, years, collections, series) = (new PartSums(), new PartSums(), new PartSums(), new List<SeriesFigures>());
        foreach (var title in library.Titles)
        {
            var files = Slice(library.Files, ranges.GetValueOrDefault(title.Id));
            foreach (var genre in title.Genres.Distinct(StringComparer.Ordinal))
            {
                genres.Add(genre, files, items);
            }

            years.Add(YearOf(title), files, items);
            if (title.Collection is { } collection)
            {
                collections.Add(collection, files, items);
            }

            if (library.Service is ServarrService.Sonarr)
            {
                series.Add(SeriesJudgement.Of(title, files, peers, items));
            }
        }

        return new(
            [.. genres.Figures()],
            [.. years.Figures().OrderByDescending(part => part.Name != NoYear).ThenByDescending(part => part.Name, StringComparer.Ordinal)],
            [.. collections.Figures().Where(part => part.Titles > 1)],
            [.. series.OrderByDescending(one => one.Files).ThenBy(one => one.Title, StringComparer.Ordinal).ThenBy(one => one.Id)]);
    }

    private static string YearOf(LibraryTitle title) => title.Year switch
    {
        null or <= 0 => NoYear,
        < 2000 and var year => string.Create(CultureInfo.InvariantCulture, $"{year / 10 * 10}s"),
        { } year => year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Where the files of each title stand: together.</summary>
    private static Dictionary<int, Range> Ranges(IReadOnlyList<ScoredFile> files)
    {
        var ranges = new Dictionary<int, Range>();
        for (var place = 0; place < files.Count; place++)
        {
            var id = files[place].Title.Id;
            ranges[id] = ranges.TryGetValue(id, out var range) ? range.Start..(place + 1) : place..(place + 1);
        }

        return ranges;
    }

    private static ScoredFile[] Slice(IReadOnlyList<ScoredFile> files, Range range)
    {
        var slice = new ScoredFile[range.End.Value - range.Start.Value];
        for (var place = 0; place < slice.Length; place++)
        {
            slice[place] = files[range.Start.Value + place];
        }

        return slice;
    }
}

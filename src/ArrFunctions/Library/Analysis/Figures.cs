using System.Runtime.InteropServices;

namespace ArrFunctions.Library.Analysis;

/// <summary>Counts a library.</summary>
internal static class Figures
{
    private static readonly string[] ResolutionOrder = ["2160p", "1440p", "1080p", "720p", "576p", "480p", ResolutionClass.Other, ResolutionClass.Unknown];

    public static LibraryFigures Of(ScoredLibrary library)
    {
        var (episodes, bytes, positive, negative, atCutoff, belowMinimum, unseen) = (0, 0L, 0, 0, 0, 0, 0);
        var (qualities, resolutions, codecs, ranges) = (new Counter(), new Counter(), new Counter(), new Counter());
        var scores = new int[library.Files.Count];
        for (var place = 0; place < scores.Length; place++)
        {
            var file = library.Files[place];
            scores[place] = file.Score;
            episodes += file.Season < 0 ? 0 : Math.Max(1, file.EpisodeCount);
            bytes += file.Size;
            positive += file.Score > 0 ? 1 : 0;
            negative += file.Score < 0 ? 1 : 0;
            atCutoff += file.IsAtCutoff ? 1 : 0;
            belowMinimum += file.IsBelowMinimum ? 1 : 0;
            unseen += file.Media is null ? 1 : 0;
            qualities.Add(file.Quality);
            resolutions.Add(ResolutionClass.Of(file.Media, file.QualityResolution));
            codecs.Add(MediaKinds.VideoCodecOf(file.Media));
            ranges.Add(MediaKinds.DynamicRangeOf(file.Media));
        }

        Array.Sort(scores);
        return new(
            library.Titles.Count, scores.Length, episodes, bytes, Spread.OfSorted(scores), positive, scores.Length - positive - negative, negative, atCutoff, belowMinimum, unseen,
            ScoreBands.OfSorted(scores), qualities.MostFirst(), resolutions.InOrder(ResolutionOrder), codecs.MostFirst(), ranges.MostFirst());
    }

    private sealed class Counter
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public void Add(string name) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _)++;

        public OrderedDictionary<string, int> MostFirst() =>
            new OrderedDictionary<string, int>(_counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal), StringComparer.Ordinal);

        public OrderedDictionary<string, int> InOrder(string[] order) =>
            new OrderedDictionary<string, int>(_counts.OrderBy(count => Array.IndexOf(order, count.Key)), StringComparer.Ordinal);
    }
}

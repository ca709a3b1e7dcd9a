using System.Globalization;
using System.Runtime.CompilerServices;

namespace ArrFunctions.Library.Artifacts;

/// <summary>A movie or an episode: a file with two of them is in two rows, as it always was there.</summary>
internal sealed record LegacyRow(ScoreRow Row, LibraryEpisode? Episode, DateTimeOffset Recorded)
{
    public string EpisodeText =>
        Episode is null ? "" : string.Create(CultureInfo.InvariantCulture, $"S{Episode.Season:00}E{Episode.Number:00}");

    /// <summary>GiB.</summary>
    public double Size => Row.File.Size / (1024d * 1024 * 1024);

    public static async IAsyncEnumerable<LegacyRow> ReadAsync(ExportContent content, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in ScoreRow.ReadAsync(content, cancellationToken))
        {
            if (row.File.Episodes is [])
            {
                yield return new(row, Episode: null, content.Analysis.Collected);
            }

            foreach (var episode in row.File.Episodes)
            {
                yield return new(row, episode, content.Analysis.Collected);
            }
        }
    }
}

using ArrFunctions.Library.History;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Takeover;

/// <summary>Where what they call an episode by its numbers is in our library, which calls it by its id; movies have the same id in both.</summary>
internal sealed class TakeoverPlaces
{
    private readonly Dictionary<TheirItem, (ItemKey Item, string Title)> known = [];
    private readonly IReadOnlyDictionary<int, string> names;

    private TakeoverPlaces(IReadOnlyDictionary<int, string> names) => this.names = names;

    public static async Task<TakeoverPlaces> ReadAsync(LibraryStore store, Instance instance, IReadOnlyDictionary<int, string> names, CancellationToken cancellationToken)
    {
        var places = new TakeoverPlaces(names);
        if (instance.Service is ServarrService.Radarr)
        {
            await foreach (var (stored, _) in store.TitlesAsync(instance.Name, cancellationToken))
            {
                places.known[new(stored.Title.Id, Season: -1, Episode: 0)] = (new(stored.Title.Id), TitleText.Of(stored.Title, []));
            }
        }
        else
        {
            await foreach (var row in store.RowsAsync(instance.Name, cancellationToken))
            {
                if (row.File.Episodes is [var first, ..])
                {
                    places.known[new(row.Title.Id, first.Season, first.Number)] = (ScoreDiff.ItemOf(row.Title, row.File), TitleText.Of(row.Title, row.File.Episodes));
                }
            }
        }

        return places;
    }

    /// <returns>Null where nothing here is that episode, or it is a further one of a file.</returns>
    public ScoreChange? ToChange(ReplayedChange change, string export) => Find(change.Item) is var (item, title)
        ? new() { Time = change.Time, Item = item, Title = title, Kind = change.Kind, Before = change.Before, After = change.After, ExportId = export }
        : null;

    private (ItemKey Item, string Title)? Find(TheirItem item) =>
        known.TryGetValue(item, out var found) ? found
        : item.Season < 0 ? (new ItemKey(item.TitleId), names.GetValueOrDefault(item.TitleId) ?? $"movie {item.TitleId}")
        : null;
}

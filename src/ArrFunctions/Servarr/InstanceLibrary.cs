namespace ArrFunctions.Servarr;

/// <summary>The movies or series of one instance: one by its id, or all by their folders here, read once and kept for a while.</summary>
internal sealed class InstanceLibrary
{
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly ServarrClient client;
    private readonly IReadOnlyList<PathMapping> mappings;
    private readonly Kept<IReadOnlyDictionary<int, string>> tags;
    private readonly Kept<Dictionary<string, LibraryItem>> folders;

    public InstanceLibrary(ServarrClient client, IReadOnlyList<PathMapping> mappings, TimeProvider clock)
    {
        (this.client, this.mappings) = (client, mappings);
        tags = new(client.TagsAsync, Age, clock);
        folders = new(ReadFoldersAsync, Age, clock);
    }

    public string Name => client.Instance.Name;

    /// <returns>Null when it has none with this id.</returns>
    public async Task<LibrarySubject?> ByIdAsync(int id, CancellationToken cancellationToken)
    {
        var item = client.Instance.Service is ServarrService.Radarr
            ? await client.MovieAsync(id, cancellationToken) is { } movie ? LibraryItem.Of(movie) : null
            : await client.SeriesAsync(id, cancellationToken) is { } series ? LibraryItem.Of(series) : null;
        return item is null ? null : await LabelledAsync(item, cancellationToken);
    }

    /// <returns>The deepest folder that holds the file, and what it belongs to; null when none does.</returns>
    public async Task<(string Folder, LibraryItem Item)?> ByPathAsync(string path, CancellationToken cancellationToken)
    {
        var known = await folders.GetAsync(isAnew: false, cancellationToken);
        for (var folder = Path.GetDirectoryName(path); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
        {
            if (known.TryGetValue(folder, out var item))
            {
                return (folder, item);
            }
        }

        return null;
    }

    public async Task<LibrarySubject> LabelledAsync(LibraryItem item, CancellationToken cancellationToken) =>
        new(Name, item.Subject with { Tags = item.Tags.Count == 0 ? [] : await LabelsAsync(item.Tags, cancellationToken) });

    private async Task<IReadOnlyList<string>> LabelsAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var labels = await tags.GetAsync(isAnew: false, cancellationToken);
        if (!ids.All(labels.ContainsKey))
        {
            // A tag that was made a moment ago.
            labels = await tags.GetAsync(isAnew: true, cancellationToken);
        }

        return [.. ids.Where(labels.ContainsKey).Select(id => labels[id])];
    }

    private async Task<Dictionary<string, LibraryItem>> ReadFoldersAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, LibraryItem>(StringComparer.Ordinal);
        await foreach (var (path, item) in ItemsAsync(cancellationToken))
        {
            if (PathMappings.Map(mappings, Name, path) is PathOutcome.Mapped { Path: var local })
            {
                found[Path.TrimEndingDirectorySeparator(Path.GetFullPath(local))] = item;
            }
        }

        return found;
    }

    private IAsyncEnumerable<(string? Path, LibraryItem Item)> ItemsAsync(CancellationToken cancellationToken) =>
        client.Instance.Service is ServarrService.Radarr
            ? client.MoviesAsync(cancellationToken).Select(movie => (movie.Path, LibraryItem.Of(movie)))
            : client.SeriesListAsync(cancellationToken).Select(series => (series.Path, LibraryItem.Of(series)));
}

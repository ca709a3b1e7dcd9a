namespace ArrFunctions.Demo.Servarr;

/// <summary>Something that happened to a movie or an episode (<c>GET history/since</c>).</summary>
/// <param name="Import">The file that it happened to, or the release.</param>
internal sealed record HistoryEntry(int Id, DateTimeOffset Date, string EventType, int SubjectId, Import Import, string SourceTitle)
{
    /// <summary>Null for a movie.</summary>
    public Episode? Episode { get; init; }

    public string? DownloadId { get; init; }

    public required IReadOnlyList<(string Name, string? Value)> Data { get; init; }
}

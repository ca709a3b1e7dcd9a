using ArrFunctions.Metadata;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>An import as the history of an instance tells it, with the words that its event has.</summary>
internal sealed record HistoryImport(FilePayload File, MediaSubject Subject, string Title)
{
    /// <returns>Null for an entry that names no file: those of old versions do not.</returns>
    public static HistoryImport? Of(HistoryResource entry)
    {
        if (entry.Data is not { ImportedPath: { Length: > 0 } path } data || new FilePayload { Id = data.FileId, Path = path, Size = data.Size } is not { FileId: not null } file)
        {
            return null;
        }

        var id = entry.MovieId > 0 ? entry.MovieId : entry.SeriesId;
        var subject = new MediaSubject
        {
            Kind = entry.MovieId > 0 ? MediaKind.Movie : entry.SeriesId > 0 ? MediaKind.Series : MediaKind.Unknown,
            Id = id > 0 ? id : null,
        };
        return new(file, subject, Quoted.Plain(entry.SourceTitle is { Length: > 0 } title ? title : path));
    }
}

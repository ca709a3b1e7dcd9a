using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What a fake Sonarr and a fake Radarr have in common: a library on disk whose changes are told.</summary>
public abstract class FakeLibrary : FakeServarr
{
    private readonly FileList files = new();
    private readonly NumberedList<FakeCommand> commands = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> searches = new();

    private protected FakeLibrary(ServarrApp app, FakeServarrSettings settings)
        : base(app, settings)
    {
        History = new(this);
        Qualities = QualityList.Of(app);
        Profiles.Add(id => new(id, "Any"));
    }

    /// <summary>The connections that were saved over the API and want to be told of an import, with their secrets.</summary>
    public IReadOnlyList<WebhookConnection> SavedConnections => Connections.For("Download", isUpgrade: false);

    /// <summary>Custom formats; which files match one is said by the files, and by <see cref="Match"/>.</summary>
    public NumberedList<CustomFormat> Formats { get; } = new();

    /// <summary>Quality profiles: one at first, with the number 1, which movies and series have unless they say so.</summary>
    public NumberedList<QualityProfile> Profiles { get; } = new();

    /// <summary>All files of the library by id.</summary>
    public IReadOnlyList<LibraryFile> Files => files.All;

    /// <summary>What it was asked to do over the API.</summary>
    public IReadOnlyList<FakeCommand> Commands => commands.All;

    internal LibraryHistory History { get; }

    internal QualityList Qualities { get; }

    /// <summary>The root folder as the application sees it.</summary>
    internal string Root => Settings.RootFolder ?? Settings.Folder;

    private protected abstract string DeletionEvent { get; }

    private protected abstract string RescanCommand { get; }

    private protected abstract IReadOnlyList<string> SearchCommands { get; }

    /// <summary>The files of a movie or series.</summary>
    public IReadOnlyList<LibraryFile> FilesOf(int subjectId) => files.Of(subjectId);

    /// <summary>Changes what is known of a file as a person does by hand, or another look into it: it stands in no history, and nobody is told.</summary>
    public LibraryFile Edit(LibraryFile file, Func<Import, Import> change) => files.Edit(file.Id, held =>
    {
        var import = change(held.Import);
        return held with { Import = import, Size = import.Size ?? held.Size };
    });

    /// <summary>Which files match a format from now on, as when its specification is another; nobody is told.</summary>
    public void Match(CustomFormat format, Func<LibraryFile, bool> matches)
    {
        foreach (var file in Files)
        {
            Edit(file, import => import with
            {
                CustomFormats = [.. import.CustomFormats.Where(other => other.Id != format.Id), .. matches(file) ? [format] : Array.Empty<CustomFormat>()],
            });
        }
    }

    /// <summary>Deletes a format, which no file matches and no profile names from now on; nobody is told.</summary>
    public void Delete(CustomFormat format)
    {
        Match(format, static _ => false);
        Formats.Remove(format.Id);
    }

    /// <summary>Takes an indexer.</summary>
    public FakeIndexer AddIndexer(
        string name,
        FakeTracker tracker,
        bool rss = true,
        bool automaticSearch = true,
        bool interactiveSearch = true,
        IndexerProtocol protocol = IndexerProtocol.Torrent,
        int priority = 25)
    {
        var sent = IndexerJson.Sent(name, tracker, protocol, priority);
        (sent["enableRss"], sent["enableAutomaticSearch"], sent["enableInteractiveSearch"]) = (rss, automaticSearch, interactiveSearch);
        return IndexerList.Add(sent, tracker);
    }

    /// <summary>Moves a file, and tells of it.</summary>
    public async Task<LibraryFile> RenameAsync(LibraryFile file, string relativePath, CancellationToken cancellationToken = default)
    {
        var before = file;
        var now = files.Edit(file.Id, held =>
        {
            before = held;
            var moved = At(held, relativePath);
            if (held.IsOnDisk)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(moved.LocalPath)!);
                File.Move(held.LocalPath, moved.LocalPath);
            }

            return moved;
        });
        History.Renamed(before, now);
        await SendAsync("Rename", RenameBody(before, now), cancellationToken);
        return now;
    }

    /// <summary>Deletes a file as a person does who does not want it any more, and tells of it.</summary>
    public Task DeleteAsync(LibraryFile file, CancellationToken cancellationToken = default)
    {
        file = files.Remove(file.Id, DeleteFromDisk);
        History.Deleted(file, "Manual");
        return SendAsync(DeletionEvent, DeletionBody(file, "manual"), cancellationToken);
    }

    internal override void MapOwn(WebApplication to)
    {
        LibraryApi.Map(to, this);
        MapSubjects(to);
    }

    /// <summary>Takes a command; a rescan reads the sizes of the files again, a search finds nothing.</summary>
    internal override IResult Obey(JsonObject sent)
    {
        var name = SearchCommands.Append(RescanCommand).FirstOrDefault(known => known.Equals((string?)sent["name"], StringComparison.OrdinalIgnoreCase));
        if (name is null)
        {
            return ServarrAnswer.Broken("Sequence contains no matching element");
        }

        var command = commands.Add(id => new FakeCommand(id, name, (int?)sent[CommandResource.SubjectOf(App)] ?? 0)
        {
            Searched = name == RescanCommand ? [] : SearchedBy(sent),
            SeasonNumber = (int?)sent["seasonNumber"],
            Queued = Now,
        });
        foreach (var id in command.Searched)
        {
            searches[id] = command.Queued;
        }

        if (name == RescanCommand)
        {
            Rescan(command.SubjectId);
        }

        return ServarrAnswer.Of(CommandResource.Begun(App, command), StatusCodes.Status201Created);
    }

    internal IResult CommandOf(int id) => ServarrAnswer.OrMissing(commands.Find(id) is { } command ? CommandResource.Done(App, command) : null);

    internal LibraryFile? FileOf(int id) => files.Find(id);

    internal QualityProfile ProfileOf(int subjectId) => Profiles.Find(ProfileIdOf(subjectId))!;

    /// <returns>When a movie or an episode was searched for; null for never.</returns>
    internal DateTimeOffset? LastSearchOf(int id) => searches.TryGetValue(id, out var time) ? time : null;

    /// <summary>The routes of its movies or series.</summary>
    private protected abstract void MapSubjects(WebApplication to);

    private protected abstract int ProfileIdOf(int subjectId);

    /// <summary>Ids of the movies or episodes that a command searches for.</summary>
    private protected abstract IReadOnlyList<int> SearchedBy(JsonObject sent);

    private protected abstract JsonObject ImportBody(LibraryFile file, IReadOnlyList<LibraryFile> replaced);

    private protected abstract JsonObject RenameBody(LibraryFile before, LibraryFile now);

    private protected abstract JsonObject DeletionBody(LibraryFile file, string reason);

    /// <summary>A folder or file as the application sees it.</summary>
    private protected string Seen(params IEnumerable<string> names) => string.Join('/', [Settings.RootFolder ?? Settings.Folder, .. names]);

    /// <summary>Takes a file into the library, as a scan of the disk does: nobody is told.</summary>
    private protected LibraryFile Add(int subjectId, string folder, IReadOnlyList<Episode> episodes, Import import) => files.Add(id =>
    {
        var file = At(
            new LibraryFile
            {
                Id = id,
                SubjectId = subjectId,
                Episodes = episodes,
                Folder = folder,
                RelativePath = "",
                Path = "",
                LocalPath = "",
                Size = import.Size ?? 0,
                DateAdded = import.Added ?? Now,
                Import = import,
            },
            import.RelativePath);
        return file.IsOnDisk ? file with { Size = new FileInfo(file.LocalPath).Length } : file;
    });

    /// <summary>Tells of a file as new; files that were there for the same are deleted first, which is told before.</summary>
    private protected async Task<LibraryFile> ImportAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var replaced = RemoveReplaced(file);
        foreach (var old in replaced)
        {
            await SendAsync(DeletionEvent, DeletionBody(old, "upgrade"), cancellationToken);
        }

        await SendAsync("Download", ImportBody(file, replaced), cancellationToken);
        return file;
    }

    /// <summary>Imports a file whose event is lost: it stands in the history alone.</summary>
    private protected LibraryFile ImportUnannounced(LibraryFile file)
    {
        RemoveReplaced(file);
        return file;
    }

    /// <summary>Forgets a movie or series that is deleted: its files, which stay on disk, and its history.</summary>
    private protected void Forget(int subjectId)
    {
        foreach (var file in FilesOf(subjectId))
        {
            files.Remove(file.Id, static _ => { });
        }

        History.Forget(subjectId);
    }

    private void Rescan(int subjectId)
    {
        foreach (var file in FilesOf(subjectId).Where(file => File.Exists(file.LocalPath)))
        {
            files.Edit(file.Id, held => held with { Size = new FileInfo(held.LocalPath).Length });
        }
    }

    private static void DeleteFromDisk(LibraryFile file)
    {
        if (file.IsOnDisk)
        {
            File.Delete(file.LocalPath);
        }
    }

    /// <summary>The import is history from here on, as is the end of those that it replaces.</summary>
    private List<LibraryFile> RemoveReplaced(LibraryFile file)
    {
        var replaced = FilesOf(file.SubjectId).Where(old => old.Id < file.Id && file.Replaces(old)).ToList();
        foreach (var old in replaced)
        {
            files.Remove(old.Id, gone => DeleteFromDisk(gone.LocalPath == file.LocalPath ? gone with { LocalPath = "" } : gone));
            History.Deleted(old, "Upgrade");
        }

        History.Imported(file);
        return replaced;
    }

    private LibraryFile At(LibraryFile file, string relativePath) => file with
    {
        RelativePath = relativePath,
        Path = Seen(file.Folder, relativePath),
        LocalPath = file.Import.Size is null ? Path.Combine(Settings.Folder, file.Folder, relativePath) : "",
    };
}

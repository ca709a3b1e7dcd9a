using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What a fake Sonarr and a fake Radarr have in common: a library on disk whose changes are told.</summary>
public abstract class FakeLibrary : FakeServarr
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, LibraryFile> files = [];
    private readonly List<FakeCommand> commands = [];
    private int lastFile;

    private protected FakeLibrary(ServarrApp app, FakeServarrSettings settings)
        : base(app, settings)
    {
        History = new(app);
    }

    /// <summary>The connections that were saved over the API and want to be told of an import, with their secrets.</summary>
    public IReadOnlyList<WebhookConnection> SavedConnections => Connections.For("Download", isUpgrade: false);

    /// <summary>All files of the library by id.</summary>
    public IReadOnlyList<LibraryFile> Files
    {
        get
        {
            lock (gate)
            {
                return [.. files.Values.OrderBy(file => file.Id)];
            }
        }
    }

    /// <summary>What it was asked to do over the API.</summary>
    public IReadOnlyList<FakeCommand> Commands
    {
        get
        {
            lock (gate)
            {
                return [.. commands];
            }
        }
    }

    internal ImportHistory History { get; }

    /// <summary>The root folder as the application sees it.</summary>
    internal string Root => Settings.RootFolder ?? Settings.Folder;

    private protected abstract string DeletionEvent { get; }

    private protected abstract string RescanCommand { get; }

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
        LibraryFile before, now;
        lock (gate)
        {
            before = files[file.Id];
            now = files[file.Id] = At(before, relativePath);
            Directory.CreateDirectory(Path.GetDirectoryName(now.LocalPath)!);
            File.Move(before.LocalPath, now.LocalPath);
        }

        await SendAsync("Rename", RenameBody(before, now), cancellationToken);
        return now;
    }

    /// <summary>Deletes a file as a person does who does not want it any more, and tells of it.</summary>
    public Task DeleteAsync(LibraryFile file, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            file = files[file.Id];
            files.Remove(file.Id);
            File.Delete(file.LocalPath);
        }

        return SendAsync(DeletionEvent, DeletionBody(file, "manual"), cancellationToken);
    }

    internal override void MapOwn(WebApplication to)
    {
        LibraryApi.Map(to, this);
        MapSubjects(to);
    }

    /// <summary>Takes a command; a rescan reads the sizes of the files again.</summary>
    internal override IResult Obey(JsonObject sent)
    {
        var name = (string?)sent["name"];
        if (!string.Equals(name, RescanCommand, StringComparison.OrdinalIgnoreCase))
        {
            return ServarrAnswer.Broken("Sequence contains no matching element");
        }

        lock (gate)
        {
            var command = new FakeCommand(commands.Count + 1, RescanCommand, (int)sent[CommandResource.SubjectOf(App)]!);
            commands.Add(command);
            foreach (var file in files.Values.Where(file => file.SubjectId == command.SubjectId && File.Exists(file.LocalPath)).ToList())
            {
                files[file.Id] = file with { Size = new FileInfo(file.LocalPath).Length };
            }

            return ServarrAnswer.Of(CommandResource.Of(App, command, Now), StatusCodes.Status201Created);
        }
    }

    /// <summary>The routes of its movies or series.</summary>
    private protected abstract void MapSubjects(WebApplication to);

    private protected abstract JsonObject ImportBody(LibraryFile file, IReadOnlyList<LibraryFile> replaced);

    private protected abstract JsonObject RenameBody(LibraryFile before, LibraryFile now);

    private protected abstract JsonObject DeletionBody(LibraryFile file, string reason);

    /// <summary>A folder or file as the application sees it.</summary>
    private protected string Seen(params IEnumerable<string> names) => string.Join('/', [Settings.RootFolder ?? Settings.Folder, .. names]);

    /// <summary>Takes a file into the library, as a scan of the disk does: nobody is told.</summary>
    private protected LibraryFile Add(int subjectId, string folder, IReadOnlyList<Episode> episodes, Import import)
    {
        lock (gate)
        {
            var file = At(
                new LibraryFile
                {
                    Id = ++lastFile,
                    SubjectId = subjectId,
                    Episodes = episodes,
                    Folder = folder,
                    RelativePath = "",
                    Path = "",
                    LocalPath = "",
                    Size = 0,
                    DateAdded = Now,
                    Import = import,
                },
                import.RelativePath);
            return files[file.Id] = file with { Size = new FileInfo(file.LocalPath).Length };
        }
    }

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

    /// <summary>The import is history from here on.</summary>
    private List<LibraryFile> RemoveReplaced(LibraryFile file)
    {
        History.Add(file, Now);
        lock (gate)
        {
            var replaced = files.Values.Where(old => old.Id < file.Id && file.Replaces(old)).ToList();
            foreach (var old in replaced)
            {
                files.Remove(old.Id);
                if (old.LocalPath != file.LocalPath)
                {
                    File.Delete(old.LocalPath);
                }
            }

            return replaced;
        }
    }

    private LibraryFile At(LibraryFile file, string relativePath) => file with
    {
        RelativePath = relativePath,
        Path = Seen(file.Folder, relativePath),
        LocalPath = Path.Combine(Settings.Folder, file.Folder, relativePath),
    };
}

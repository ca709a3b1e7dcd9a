using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What a fake Sonarr and a fake Radarr have in common: a library on disk, and a connection that is told of what happens to it.</summary>
public abstract class FakeServarr : IAsyncDisposable
{
    private readonly ServarrApp app;
    private readonly FakeServarrSettings settings;
    private readonly WebhookSender sender;
    private readonly Lock gate = new();
    private readonly Dictionary<int, LibraryFile> files = [];
    private readonly List<HealthIssue> issues = [];
    private readonly List<FakeCommand> commands = [];
    private WebApplication? server;
    private int lastFile;

    private protected FakeServarr(ServarrApp app, FakeServarrSettings settings)
    {
        (this.app, this.settings) = (app, settings);
        sender = new(app);
        History = new(app);
        Connections = new(app, (connection, cancellationToken) => sender.SendAsync(connection, Signed("Test", TestBody()), cancellationToken));
    }

    /// <summary>With the url base, without a slash at its end unless there is none.</summary>
    public Uri Url => new($"{server!.Urls.Single()}{settings.UrlBase}");

    public string ApiKey => settings.ApiKey;

    /// <summary>What is wrong with it.</summary>
    public Disturbance Disturbance { get; set; }

    /// <summary>Who is told beside the connections that were saved over the API; null: nobody.</summary>
    public WebhookConnection? Connection { get; set; }

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

    internal ServarrApp App => app;

    internal TagList Tags { get; } = new();

    internal ImportHistory History { get; }

    internal ConnectionList Connections { get; }

    /// <summary>The root folder as the application sees it.</summary>
    internal string Root => settings.RootFolder ?? settings.Folder;

    private protected abstract string DeletionEvent { get; }

    private protected abstract string RescanCommand { get; }

    /// <summary>Tests the connection, as its button does.</summary>
    public Task TestAsync(CancellationToken cancellationToken = default) => SendAsync("Test", TestBody(), cancellationToken);

    /// <summary>Meets a problem, and tells of it.</summary>
    public Task SendHealthAsync(HealthIssue issue, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            issues.Add(issue);
        }

        return SendAsync("Health", HealthBody(issue), cancellationToken, hasApplicationUrl: app != ServarrApp.Sonarr);
    }

    public Task SendHealthRestoredAsync(HealthIssue issue, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            issues.Remove(issue);
        }

        return SendAsync("HealthRestored", HealthBody(issue), cancellationToken, hasApplicationUrl: false);
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

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        sender.Dispose();
        await server!.DisposeAsync();
    }

    /// <summary>The routes of its movies or series.</summary>
    internal abstract void MapSubjects(WebApplication to);

    internal IReadOnlyList<JsonObject> HealthResources()
    {
        lock (gate)
        {
            return [.. issues.Select(issue => new JsonObject { ["source"] = issue.Type, ["type"] = issue.Level, ["message"] = issue.Message, ["wikiUrl"] = app.WikiUrl(issue) })];
        }
    }

    /// <summary>Takes a command; a rescan reads the sizes of the files again.</summary>
    internal IResult Obey(JsonObject sent)
    {
        var name = (string?)sent["name"];
        if (!string.Equals(name, RescanCommand, StringComparison.OrdinalIgnoreCase))
        {
            return ServarrAnswer.Broken("Sequence contains no matching element");
        }

        lock (gate)
        {
            var command = new FakeCommand(commands.Count + 1, RescanCommand, (int)sent[CommandResource.SubjectOf(app)]!);
            commands.Add(command);
            foreach (var file in files.Values.Where(file => file.SubjectId == command.SubjectId && File.Exists(file.LocalPath)).ToList())
            {
                files[file.Id] = file with { Size = new FileInfo(file.LocalPath).Length };
            }

            return ServarrAnswer.Of(CommandResource.Of(app, command, settings.Clock.GetUtcNow()), StatusCodes.Status201Created);
        }
    }

    private protected async Task ListenAsync(CancellationToken cancellationToken) => server = await ServarrServer.StartAsync(this, settings, cancellationToken);

    private protected abstract JsonObject TestBody();

    private protected abstract JsonObject ImportBody(LibraryFile file, IReadOnlyList<LibraryFile> replaced);

    private protected abstract JsonObject RenameBody(LibraryFile before, LibraryFile now);

    private protected abstract JsonObject DeletionBody(LibraryFile file, string reason);

    /// <summary>A folder or file as the application sees it.</summary>
    private protected string Seen(params IEnumerable<string> names) => string.Join('/', [settings.RootFolder ?? settings.Folder, .. names]);

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
                    DateAdded = settings.Clock.GetUtcNow(),
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

    /// <exception cref="HttpRequestException">The connection cannot be reached or answered 400 or above; what happened to the library stays.</exception>
    private protected async Task SendAsync(string eventType, JsonObject body, CancellationToken cancellationToken, bool hasApplicationUrl = true)
    {
        var isUpgrade = (bool?)body["isUpgrade"] is true || (string?)body["deleteReason"] == "upgrade";
        Signed(eventType, body, hasApplicationUrl);
        foreach (var connection in Connection is { } only ? Connections.For(eventType, isUpgrade).Prepend(only) : Connections.For(eventType, isUpgrade))
        {
            await sender.SendAsync(connection, body, cancellationToken);
        }
    }

    private JsonObject Signed(string eventType, JsonObject body, bool hasApplicationUrl = true)
    {
        body["eventType"] = eventType;
        body["instanceName"] = settings.InstanceName ?? app.Name;
        body["applicationUrl"] = hasApplicationUrl ? settings.ApplicationUrl : null;
        return body;
    }

    private JsonObject HealthBody(HealthIssue issue) => new()
    {
        ["level"] = issue.Level,
        ["message"] = issue.Message,
        ["type"] = issue.Type,
        ["wikiUrl"] = app.WikiUrl(issue),
    };

    /// <summary>The import is history from here on.</summary>
    private List<LibraryFile> RemoveReplaced(LibraryFile file)
    {
        History.Add(file, settings.Clock.GetUtcNow());
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
        LocalPath = Path.Combine(settings.Folder, file.Folder, relativePath),
    };
}

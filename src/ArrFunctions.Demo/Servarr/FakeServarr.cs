using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What a fake Sonarr and a fake Radarr have in common: a library on disk, and a connection that is told of what happens to it.</summary>
public abstract class FakeServarr : IAsyncDisposable
{
    private readonly ServarrApp app;
    private readonly FakeServarrSettings settings;
    private readonly WebApplication server;
    private readonly WebhookSender sender;
    private readonly Lock gate = new();
    private readonly Dictionary<int, LibraryFile> files = [];
    private int lastFile;

    private protected FakeServarr(ServarrApp app, FakeServarrSettings settings, WebApplication server)
    {
        (this.app, this.settings, this.server) = (app, settings, server);
        sender = new(app);
        Url = new($"{server.Urls.Single()}{settings.UrlBase}");
    }

    /// <summary>With the url base, without a slash at its end unless there is none.</summary>
    public Uri Url { get; }

    public string ApiKey => settings.ApiKey;

    /// <summary>Who is told; null: nobody.</summary>
    public WebhookConnection? Connection { get; set; }

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

    private protected abstract string DeletionEvent { get; }

    /// <summary>Tests the connection, as its button does.</summary>
    public Task TestAsync(CancellationToken cancellationToken = default) => SendAsync("Test", TestBody(), cancellationToken);

    public Task SendHealthAsync(HealthIssue issue, CancellationToken cancellationToken = default) =>
        SendAsync("Health", HealthBody(issue), cancellationToken, hasApplicationUrl: app != ServarrApp.Sonarr);

    public Task SendHealthRestoredAsync(HealthIssue issue, CancellationToken cancellationToken = default) =>
        SendAsync("HealthRestored", HealthBody(issue), cancellationToken, hasApplicationUrl: false);

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
        await server.DisposeAsync();
    }

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

    /// <exception cref="HttpRequestException">The connection cannot be reached or answered 400 or above; what happened to the library stays.</exception>
    private protected Task SendAsync(string eventType, JsonObject body, CancellationToken cancellationToken, bool hasApplicationUrl = true)
    {
        body["eventType"] = eventType;
        body["instanceName"] = settings.InstanceName ?? app.Name;
        body["applicationUrl"] = hasApplicationUrl ? settings.ApplicationUrl : null;
        return Connection is { } connection ? sender.SendAsync(connection, body, cancellationToken) : Task.CompletedTask;
    }

    private JsonObject HealthBody(HealthIssue issue) => new()
    {
        ["level"] = issue.Level,
        ["message"] = issue.Message,
        ["type"] = issue.Type,
        ["wikiUrl"] = app.WikiUrl(issue),
    };

    private List<LibraryFile> RemoveReplaced(LibraryFile file)
    {
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

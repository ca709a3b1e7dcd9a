namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Folders for the media, their copies and the data of one service; deleted afterwards.</summary>
internal sealed class ServiceFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");

    public ServiceFolder()
    {
        Media = folder.CreateSubdirectory("media").FullName;
        Copies = folder.CreateSubdirectory("copies").FullName;
    }

    public string Media { get; }

    /// <summary>Not there until a service makes it.</summary>
    public string Data => Path.Combine(folder.FullName, "data");

    private string Copies { get; }

    public ServiceFilm Film(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Media, name))!);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Copies, name))!);
        return ServiceFilm.Write(Media, Copies, name);
    }

    /// <summary>What stands beside and among the films, sorted.</summary>
    public string[] MediaNames() => [.. Directory.EnumerateFileSystemEntries(Media).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The paths of all files in the folder and below, sorted.</summary>
    public string[] MediaFiles() => [.. Directory.EnumerateFiles(Media, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>A service that changes what lies in the media folder.</summary>
    public Task<ServiceProcess> StartAsync(params (string Name, string Value)[] settings) => ServiceProcess.StartAsync(Data, Settings(settings));

    /// <summary>The same, from a shell that runs this first.</summary>
    public Task<ServiceProcess> StartFromShellAsync(string first) => ServiceProcess.StartFromShellAsync(first, Data, Settings([]));

    /// <summary>The same, cut off at its start.</summary>
    public Task StartAndKillAsync(TimeSpan after, params (string Name, string Value)[] settings) =>
        ServiceProcess.StartAndKillAsync(Data, after, Settings(settings));

    public void Dispose() => folder.Delete(recursive: true);

    private (string Name, string Value)[] Settings((string Name, string Value)[] further) => [("Audio__DryRun", "false"), ("Audio__Roots", Media), .. further];
}

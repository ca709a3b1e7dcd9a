namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>The temporary folder of a demo; deleted at its end unless it is kept.</summary>
internal sealed class DemoFolders(bool keeps) : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("arrfunctions-demo-");

    public string Root => root.FullName;

    public string Media => Path.Combine(Root, "media");

    /// <summary>What Sonarr sees as <c>/tv</c>.</summary>
    public string Tv => Path.Combine(Media, "tv");

    /// <summary>What Radarr sees as <c>/movies</c>.</summary>
    public string Movies => Path.Combine(Media, "movies");

    /// <summary>What a torrent client seeds.</summary>
    public string Downloads => Path.Combine(Media, "downloads");

    /// <summary>Folders that no application knows; batches work on them.</summary>
    public string Shelf => Path.Combine(Media, "shelf");

    /// <summary>What a user would write.</summary>
    public string ConfigurationFile => Path.Combine(Root, "config.yaml");

    public string Data => Path.Combine(Root, "data");

    public void Dispose()
    {
        if (!keeps)
        {
            root.Delete(recursive: true);
        }
    }
}

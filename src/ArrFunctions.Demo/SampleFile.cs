using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Demo;

/// <summary>A file of the <see cref="SampleLibrary"/>, and what Sonarr or Radarr would know of it.</summary>
public sealed record SampleFile
{
    private readonly Action<string> write;

    internal SampleFile(string folder, string relativePath, Action<string> write) => (Folder, RelativePath, this.write) = (folder, relativePath, write);

    /// <summary>Name of the folder of its movie or series.</summary>
    public string Folder { get; }

    /// <summary>Below <see cref="Folder"/>.</summary>
    public string RelativePath { get; }

    /// <summary>Of the movie or the series.</summary>
    public required string Title { get; init; }

    /// <inheritdoc cref="Title"/>
    public required int Year { get; init; }

    /// <inheritdoc cref="Title"/>
    public required ServarrLanguage OriginalLanguage { get; init; }

    /// <summary>Languages of the audio tracks, each once.</summary>
    public required IReadOnlyList<ServarrLanguage> Languages { get; init; }

    /// <summary>Null for a movie.</summary>
    public SampleEpisode? Episode { get; init; }

    /// <summary>Writes it below a folder, over any of the same name; gives its full path.</summary>
    public string Write(string root) => WriteAs(Path.Combine(root, Folder, RelativePath));

    /// <inheritdoc cref="Write"/>
    public string WriteAs(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        write(full);
        return full;
    }
}

/// <summary>Which episode a sample file holds.</summary>
public sealed record SampleEpisode(int Season, int Number, string Title);

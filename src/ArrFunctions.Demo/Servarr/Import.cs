namespace ArrFunctions.Demo.Servarr;

/// <summary>A file that lies at its place in the library already, and what the application knows of it.</summary>
public sealed record Import
{
    /// <summary>Below the folder of its series or movie.</summary>
    public required string RelativePath { get; init; }

    /// <summary>Languages of the audio tracks, each once.</summary>
    public required IReadOnlyList<ServarrLanguage> Languages { get; init; }

    public string Quality { get; init; } = "WEBDL-1080p";

    public string ReleaseGroup { get; init; } = "DEMO";

    public string SceneName => Path.GetFileNameWithoutExtension(RelativePath).Replace(' ', '.');

    /// <summary>Null for a file that a person imported.</summary>
    public Download? Download { get; init; }

    public IReadOnlyList<CustomFormat> CustomFormats { get; init; } = [];

    public int CustomFormatScore { get; init; }

    /// <summary>Folder that it was downloaded to, as the application sees it.</summary>
    public string DownloadFolder => $"/downloads/{SceneName}";

    public string SourcePath => $"{DownloadFolder}/{Path.GetFileName(RelativePath)}";
}

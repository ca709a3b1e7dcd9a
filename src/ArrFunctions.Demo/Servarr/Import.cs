namespace ArrFunctions.Demo.Servarr;

/// <summary>A file that lies at its place in the library already, and what the application knows of it.</summary>
public sealed record Import
{
    /// <summary>Below the folder of its series or movie.</summary>
    public required string RelativePath { get; init; }

    /// <summary>Languages of the audio tracks, each once.</summary>
    public required IReadOnlyList<ServarrLanguage> Languages { get; init; }

    /// <summary>Null where the file is on disk; else it is on none, and this is its size.</summary>
    public long? Size { get; init; }

    /// <summary>By its name in the application: <c>Remux-2160p</c> (Radarr), <c>Bluray-2160p Remux</c> (Sonarr).</summary>
    public string Quality { get; init; } = "WEBDL-1080p";

    public string? ReleaseGroup { get; init; } = "DEMO";

    public string? Edition { get; init; }

    public string SceneName => Path.GetFileNameWithoutExtension(RelativePath).Replace(' ', '.');

    /// <summary>Null for a file that a person imported.</summary>
    public Download? Download { get; init; }

    /// <summary>Those of the application that it matches; what they count is for the profile of its movie or series to say.</summary>
    public IReadOnlyList<CustomFormat> CustomFormats { get; init; } = [];

    /// <summary>Null where the application could not look into the file.</summary>
    public MediaInfo? Media { get; init; } = new();

    /// <summary>Null: when it is taken into the library.</summary>
    public DateTimeOffset? Added { get; init; }

    /// <summary>Folder that it was downloaded to, as the application sees it.</summary>
    public string DownloadFolder => $"/downloads/{SceneName}";

    public string SourcePath => $"{DownloadFolder}/{Path.GetFileName(RelativePath)}";

    /// <summary>A file that is on no disk.</summary>
    public static Import Virtual(string relativePath, long size, string quality, params IReadOnlyList<CustomFormat> formats) =>
        new() { RelativePath = relativePath, Languages = [ServarrLanguage.English], Size = size, Quality = quality, CustomFormats = formats };
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Demo.Matroska;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>A folder with media and a data folder for one test; deleted afterwards.</summary>
internal sealed class CommandFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");

    public CommandFolder() => Media = folder.CreateSubdirectory("media").FullName;

    public string Media { get; }

    /// <summary>Not there until a command makes it.</summary>
    public string Data => Path.Combine(folder.FullName, "data");

    /// <summary>A film with an English default track and a Japanese track.</summary>
    public string Film(string name)
    {
        var path = Path.Combine(Media, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MatroskaWriter.Write(
            new MatroskaFile { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng"), MatroskaTrack.Audio("jpn", Flag.Clear)], VoidAfterTracks = 50 }, path);
        return path;
    }

    /// <summary>Writes a configuration file, and returns its path.</summary>
    public string Configuration(string yaml)
    {
        var path = Path.Combine(folder.FullName, "config.yaml");
        File.WriteAllText(path, yaml);
        return path;
    }

    /// <summary>Gives a file a second name.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = ".NET has no call for hard links.")]
    public static async Task HardLinkAsync(string existing, string added)
    {
        using var process = Process.Start("ln", [existing, added]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => folder.Delete(recursive: true);
}

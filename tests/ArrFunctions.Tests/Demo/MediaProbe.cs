using System.Text.Json;

namespace ArrFunctions.Tests.Demo;

/// <summary>What ffprobe and mkvmerge make of a file.</summary>
internal static class MediaProbe
{
    /// <summary>One "channels,default" line for each audio stream; every complaint of ffprobe's shows up among them.</summary>
    public static IReadOnlyList<string> FfprobeAudio(string path) => Tools.Run(
        "sh",
        "-c",
        "exec ffprobe -v error -select_streams a -show_entries stream=channels:stream_disposition=default -of csv=p=0 \"$0\" 2>&1",
        path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Container type, and the property asked for of each audio track.</summary>
    public static (string Container, IReadOnlyList<bool> Audio) Mkvmerge(string path, string property)
    {
        using var json = JsonDocument.Parse(Tools.Run("mkvmerge", "-J", path));
        var container = json.RootElement.GetProperty("container");
        Assert.True(container.GetProperty("recognized").GetBoolean(), "mkvmerge does not recognise the container.");
        Assert.True(container.GetProperty("supported").GetBoolean(), "mkvmerge does not support the container.");
        Assert.Empty(json.RootElement.GetProperty("warnings").EnumerateArray());
        return (
            container.GetProperty("type").GetString()!,
            [
                .. json.RootElement.GetProperty("tracks").EnumerateArray()
                    .Where(track => track.GetProperty("type").ValueEquals("audio"))
                    .Select(track => track.GetProperty("properties").GetProperty(property).GetBoolean()),
            ]);
    }
}

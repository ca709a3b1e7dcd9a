using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Reads the file that a command was given, or tells why it cannot be read.</summary>
internal static class ReadHeaders
{
    /// <returns>Null when it cannot be read, which the user was told.</returns>
    public static MediaHeaders? OrTell(string path, bool asJson)
    {
        var (headers, failure) = AudioInspect.Read(path, MediaRoots.Of(path));
        if (headers is not null)
        {
            return headers;
        }

        Tell(path, failure!, asJson);
        return null;
    }

    public static void Tell(string path, UnreadFile failure, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new FileErrorJson(path, failure.Sentence), CommandJson.Readable.FileErrorJson));
        }
        else
        {
            Terminal.Error($"{path}: {failure.Sentence}.");
        }
    }
}

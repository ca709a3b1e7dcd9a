using ArrFunctions.Audio.Containers;

namespace ArrFunctions.Audio;

/// <summary>Reads the audio tracks of one file and changes nothing.</summary>
internal static class AudioInspect
{
    /// <returns>The headers, or a sentence that says why they cannot be read.</returns>
    public static (MediaHeaders? Headers, string? Failure) Read(string path, MediaRoots roots)
    {
        try
        {
            using var file = MediaFile.Open(path, roots, writable: false);
            return (file.ReadHeaders(out _), null);
        }
        catch (UnreadableMediaException unreadable)
        {
            return (null, unreadable.IsDamaged ? $"the file is not whole: {unreadable.Message}" : $"the file cannot be read here: {unreadable.Message}");
        }
        catch (Exception failure) when (failure is MediaAccessException or IOException)
        {
            return (null, failure.Message);
        }
    }
}

using ArrFunctions.Audio.Containers;

namespace ArrFunctions.Audio;

/// <summary>Reads the audio tracks of one file and changes nothing.</summary>
internal static class AudioInspect
{
    /// <returns>The headers, or why they cannot be read.</returns>
    public static (MediaHeaders? Headers, UnreadFile? Failure) Read(string path, MediaRoots roots)
    {
        try
        {
            using var file = MediaFile.Open(path, roots, writable: false);
            return (file.ReadHeaders(out _), null);
        }
        catch (UnreadableMediaException unreadable)
        {
            return (null, unreadable.IsDamaged
                ? new($"the file is not whole: {unreadable.Message}", FailReason.Damaged)
                : new($"the file cannot be read here: {unreadable.Message}", FailReason.Fault));
        }
        catch (MediaAccessException refusal)
        {
            return (null, new(refusal.Message, refusal.Reason));
        }
        catch (IOException failure)
        {
            return (null, new(failure.Message, FailReason.Fault));
        }
    }
}

/// <param name="Sentence">Why it cannot be read, for people.</param>
internal sealed record UnreadFile(string Sentence, FailReason Reason);

using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Whether the folders of <c>Audio:Roots</c> are there, can be used, and lie apart.</summary>
internal static class RootChecks
{
    private const string Key = "Audio:Roots";

    public static void Run(ConfigurationResult.Valid valid, string dataFolder, Findings findings)
    {
        var audio = valid.Options.Audio;
        foreach (var root in audio.Roots)
        {
            var about = valid.Layers.Place(Key, root);
            if (Unreadable(root) is { } fault)
            {
                findings.Warn("rootUnreachable", $"{Key}: {root} {fault}. Mount it, or remove it from the list.", about);
            }
            else if (!audio.DryRun && LinuxFile.WhyNotWritable(root) is { } refusal)
            {
                findings.Warn("rootNotWritable", $"{Key}: no file can be changed in {root}: {refusal}. Let this user write there, or set Audio:DryRun to true.", about);
            }

            if (IsWithin(dataFolder, root))
            {
                findings.Warn("rootHoldsData", $"{Key}: the data folder {dataFolder} lies in {root}. Keep media and state apart.", about);
            }
            else if (IsWithin(root, dataFolder))
            {
                findings.Warn("rootInData", $"{Key}: {root} lies in the data folder {dataFolder}. Keep media and state apart.", about);
            }

            if (audio.Roots.FirstOrDefault(outer => outer != root && IsWithin(root, outer)) is { } around)
            {
                findings.Warn("rootWithinRoot", $"{Key}: {root} lies in {around}, which covers it. Remove one of them.", about);
            }
        }

        if (audio is { Roots: [], DryRun: false })
        {
            findings.Warn("noRoots", $"Audio:DryRun is false and {Key} is empty, so that no file of an event is touched. Name the folders of the media.", valid.Layers.Place("Audio:DryRun"));
        }
    }

    public static bool IsWithin(string path, string folder) =>
        $"{Path.GetFullPath(path).TrimEnd('/')}/".StartsWith($"{Path.GetFullPath(folder).TrimEnd('/')}/", StringComparison.Ordinal);

    /// <summary>Why a folder cannot be listed, to go on behind its path; null: it can.</summary>
    public static string? Unreadable(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault();
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return "is not there";
        }
        catch (UnauthorizedAccessException)
        {
            return "cannot be read by this user";
        }
        catch (IOException failure)
        {
            return $"cannot be read ({failure.Message})";
        }
    }
}

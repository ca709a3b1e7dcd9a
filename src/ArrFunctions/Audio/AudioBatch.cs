using ArrFunctions.Audio.Rules;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Audio;

/// <summary>Batches of kind audio: the media files of a folder.</summary>
internal sealed class AudioBatch(Live<AudioOptions> options)
{
    public BatchPlanner Planner => new(JobKind.Audio, Accept, (batch, after, onUnreadable, _) => Files(batch, after, onUnreadable).ToAsyncEnumerable());

    private BatchAcceptance Accept(NewBatch wanted)
    {
        if (!Path.IsPathFullyQualified(wanted.Path))
        {
            return Refused(BatchObjection.Invalid, "relativePath", $"'{wanted.Path}' does not say where it begins; give the whole path of the folder.");
        }

        if (wanted.Path.Contains('\0', StringComparison.Ordinal))
        {
            return Refused(BatchObjection.Invalid, "path", "The path has a NUL character, which no path has.");
        }

        foreach (var pattern in wanted.Patterns.Concat(wanted.Filters.Exclude))
        {
            if (Glob.TryParse(pattern, out var fault) is null)
            {
                return Refused(BatchObjection.Invalid, "pattern", $"The pattern '{pattern}' {fault}.");
            }
        }

        if (options.Value.Roots.Count == 0)
        {
            return Refused(BatchObjection.Conflict, "noRoots", "No media folder is configured. Set Audio__Roots to the folders that may be touched.");
        }

        if (options.Value.DryRun && wanted.DryRun is false)
        {
            return Refused(BatchObjection.Conflict, "dryRun", "Audio__DryRun is true, so that nothing is changed. Set it to false, or ask for a dry run.");
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(wanted.Path));
        return Directory.Exists(path) && MediaRoots.Of(options.Value.Roots).Contain(MediaRoots.Of(path)) ? new BatchAcceptance.Accepted(path, wanted.DryRun ?? options.Value.DryRun)
            : !Directory.Exists(path) && options.Value.Roots.Any(root => $"{path}/".StartsWith($"{root.TrimEnd('/')}/", StringComparison.Ordinal))
                ? Refused(BatchObjection.NotFound, "noSuchFolder", $"There is no folder {path}.")
            : Refused(BatchObjection.Invalid, "outsideRoots", $"{path} lies in none of the folders of Audio__Roots."); // also where nothing is there: what is there is nobody's matter
    }

    private static IEnumerable<BatchFile> Files(Batch batch, string? after, Action<string> onUnreadable)
    {
        var (patterns, exclude) = (Globs(batch.Patterns), Globs(batch.Filters.Exclude));
        var oldest = batch.Filters.MaxAge is { } age && age < batch.Created - DateTimeOffset.MinValue ? batch.Created - age : (DateTimeOffset?)null;
        return MediaFolder.Files(batch.Path, batch.Recursive, (folder, _) => onUnreadable(folder), after)
            .Where(path => (patterns is [] || patterns.Exists(glob => glob.IsMatch(path))) && !exclude.Exists(glob => glob.IsMatch(path)))
            .Select(path => new FileInfo(path))
            .Where(file => file.Exists && !(file.Length < batch.Filters.MinSize) && !(file.LastWriteTimeUtc < oldest?.UtcDateTime))
            .Select(file => new BatchFile(file.FullName, file.Length));
    }

    private static List<Glob> Globs(IEnumerable<string> patterns) => [.. patterns.Select(pattern => Glob.TryParse(pattern, out _)).OfType<Glob>()];

    private static BatchAcceptance.Refused Refused(BatchObjection why, string code, string reason) => new(why, code, reason);
}

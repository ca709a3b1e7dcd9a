using System.Globalization;
using ArrFunctions.Audio;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Looks at a folder or file of an instance where the mappings put it here. Nothing is written.</summary>
internal sealed class LocalLook(Live<ServarrOptions> servarr, Live<AudioOptions> audio)
{
    /// <summary>Each time anew: a folder may be mounted meanwhile.</summary>
    private MediaRoots Roots => MediaRoots.Of(audio.Value.Roots);

    public MappingFinding Folder(string instance, string theirPath) => PathMappings.Map(servarr.Value.PathMappings, instance, theirPath) switch
    {
        PathOutcome.Mapped { Path: var path } => FolderAt(instance, theirPath, path),
        PathOutcome.Refused refused => new(MappingCode.NotMapped, theirPath, Path: null, refused.Sentence),
        var other => throw new InvalidOperationException($"Unknown outcome {other}."),
    };

    /// <param name="size">Bytes, as the instance knows them.</param>
    public MappingFinding File(string instance, string theirPath, long? size) => PathMappings.Map(servarr.Value.PathMappings, instance, theirPath) switch
    {
        PathOutcome.Mapped { Path: var path } => FileAt(instance, theirPath, path, size),
        PathOutcome.Refused refused => new(MappingCode.NotMapped, theirPath, Path: null, refused.Sentence),
        var other => throw new InvalidOperationException($"Unknown outcome {other}."),
    };

    private MappingFinding FolderAt(string instance, string theirPath, string path)
    {
        try
        {
            using var handle = LinuxFile.OpenPath(path);
            var (code, sentence) =
                LinuxFile.Status(handle).Kind is not FileKind.Folder ? (MappingCode.Missing, $"{path} is no folder here")
                : audio.Value.Roots is [] ? (
                    MappingCode.NoRoots, $"{path} is here, and may not be touched: no media folder is configured. Set Audio__Roots={path}, or a folder above it")
                : LinuxFile.RealPath(handle) is { } real && Roots.Contain(real) ? (
                    MappingCode.Right, theirPath == path ? $"{path} is here" : $"{theirPath} is {path} here")
                : (MappingCode.OutsideRoots, $"{path} lies outside the media folders ({string.Join(", ", audio.Value.Roots)}). Add it to Audio__Roots");
            return new(code, theirPath, path, sentence);
        }
        catch (LinuxFileException failure) when (failure.IsMissing)
        {
            var where = theirPath == path ? "and no path mapping says where it lies" : $"where the path mappings put {theirPath}";
            return new(MappingCode.Missing, theirPath, path, $"{instance} keeps files in {theirPath}; there is no folder {path} here, {where}");
        }
        catch (LinuxFileException failure)
        {
            return new(MappingCode.NoAccess, theirPath, path, $"{path} cannot be looked at: {failure.Sentence}");
        }
    }

    private MappingFinding FileAt(string instance, string theirPath, string path, long? size)
    {
        try
        {
            // Without roots the folders are told already; whether the file is there and may be written to is worth knowing all the same.
            using var file = MediaFile.Open(path, audio.Value.Roots is [] ? MediaRoots.Of("/") : Roots, writable: true);
            return size is { } theirs && theirs != file.Status.Size
                ? new(MappingCode.OtherSize, theirPath, path, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path} has {file.Status.Size:N0} bytes here and {theirs:N0} for {instance}: "
                    + $"the path leads to another file, or {instance} has not looked at it since it changed"))
                : new(MappingCode.Right, theirPath, path, $"{path}, a file that {instance} imported, is here with the same size and may be changed");
        }
        catch (MediaAccessException failure)
        {
            var why = failure.IsMissing ? "there is no such file here" : failure.Message;
            return new(CodeOf(failure), theirPath, path, $"{path}, a file that {instance} imported, is not usable: {why}");
        }
    }

    private static string CodeOf(MediaAccessException failure) =>
        failure.IsMissing ? MappingCode.Missing : failure.IsOutsideRoots ? MappingCode.OutsideRoots : MappingCode.NoAccess;
}

using ArrFunctions.Audio.Containers;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio;

/// <summary>A regular file inside the roots, opened once; whatever is asked about it later is asked of the handle.</summary>
internal sealed class MediaFile : IDisposable
{
    private const int MostAttempts = 5;

    private MediaFile(string path, string realPath, SafeFileHandle handle, FileStatus status) =>
        (Path, RealPath, Handle, Status) = (path, realPath, handle, status);

    /// <summary>The path as it was asked for.</summary>
    public string Path { get; }

    /// <summary>Where the file lies, all symbolic links resolved.</summary>
    public string RealPath { get; }

    public SafeFileHandle Handle { get; }

    /// <summary>What the kernel said when the file was opened, or looked at again.</summary>
    public FileStatus Status { get; private set; }

    /// <exception cref="MediaAccessException">It is no regular file, lies outside the roots, or may not be opened.</exception>
    public static MediaFile Open(string path, MediaRoots roots, bool writable)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new MediaAccessException("a path cannot hold a NUL character");
        }

        try
        {
            using var named = OpenNamed(path, out var realPath);
            RefuseIrregular(LinuxFile.Status(named).Kind);
            if (!roots.Contain(realPath))
            {
                throw new MediaAccessException($"it lies outside the allowed folders, at {realPath}") { IsOutsideRoots = true };
            }

            FaultPoint.Here("checked");
            return OpenContent(path, realPath, named, writable);
        }
        catch (LinuxFileException failure)
        {
            throw new MediaAccessException(failure.Sentence, failure) { IsMissing = failure.IsMissing };
        }
    }

    /// <exception cref="UnreadableMediaException">It did not parse whole.</exception>
    public MediaHeaders ReadHeaders(out long bytesRead)
    {
        var reader = new HeaderReader(Handle, LinuxFile.Status(Handle).Size);
        var headers = MediaHeadersReader.Read(reader);
        bytesRead = reader.BytesRead;
        return headers;
    }

    /// <summary>Why the file must not be written to any more; null while it is as it was when it was last looked at, under its name.</summary>
    public string? Disturbance()
    {
        var now = LinuxFile.Status(Handle);
        return Loss() ?? (now.HasSameContentAs(Status) ? null
            : now.Size > Status.Size ? "it grew while it was worked on; something is still writing it"
            : "something else wrote to it while it was worked on");
    }

    /// <summary>That the file has lost its name; null while it has one.</summary>
    public string? Loss() => LinuxFile.RealPath(Handle) is null ? "it was deleted or replaced while it was worked on" : null;

    /// <summary>Takes the file as it is now for what it should be.</summary>
    public void LookAgain() => Status = LinuxFile.Status(Handle);

    public void Dispose() => Handle.Dispose();

    /// <summary>What is replaced at the very instant it is opened has no name any more; its successor has.</summary>
    private static SafeFileHandle OpenNamed(string path, out string realPath)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var named = LinuxFile.OpenPath(path);
            FaultPoint.Here("named");
            if (LinuxFile.RealPath(named) is { } found)
            {
                realPath = found;
                return named;
            }

            named.Dispose();
        }

        throw Deleted();
    }

    private static MediaFile OpenContent(string path, string realPath, SafeFileHandle named, bool writable)
    {
        var handle = LinuxFile.OpenContent(named, writable, path);
        try
        {
            var file = new MediaFile(path, realPath, handle, LinuxFile.Status(handle));
            FaultPoint.Here("opened");
            return file;
        }
        catch (LinuxFileException)
        {
            handle.Dispose();
            throw;
        }
    }

    private static void RefuseIrregular(FileKind kind)
    {
        var name = kind switch
        {
            FileKind.Regular => null,
            FileKind.Folder => "a folder",
            FileKind.Pipe => "a pipe",
            FileKind.Device => "a device",
            FileKind.Socket => "a socket",
            _ => "something else",
        };
        if (name is not null)
        {
            throw new MediaAccessException($"it is {name}, not a regular file");
        }
    }

    private static MediaAccessException Deleted() => new("it was deleted while it was opened") { IsMissing = true };
}

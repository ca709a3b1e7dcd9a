using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>A state file that is being written: for its owner only, and under its name only when it is whole and on disk.</summary>
internal static class StateOutput
{
    /// <exception cref="StateFileException">It is there already, or cannot be written.</exception>
    public static async Task<StateSummary> WriteAsync(string path, Func<Stream, Task<StateSummary>> write)
    {
        var part = $"{path}.part";
        if (Path.Exists(path))
        {
            throw new StateFileException($"{path} is there already. Remove it, or name another file.");
        }

        try
        {
            // What an export that was killed left; it cannot be gone on with, since the state is another one by now.
            File.Delete(part);
            StateSummary summary;
            await using (var file = new FileStream(part, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                summary = await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
            LinuxFile.TrySyncFolder(Path.GetDirectoryName(path)!);
            return summary;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            TryRemove(part);
            throw new StateFileException($"{path} cannot be written: {failure.Message}", failure);
        }
        catch
        {
            TryRemove(part);
            throw;
        }
    }

    private static void TryRemove(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What kept it from being written keeps it from being removed; the next export does it.
        }
    }
}

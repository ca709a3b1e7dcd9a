using ArrFunctions.Library;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>Puts artifacts into a folder of the user: <c>FOLDER/INSTANCE/NAME</c>.</summary>
internal static class ArtifactFiles
{
    /// <param name="export">Whose artifacts are copied where it has made them; null: all are made now, from what is stored.</param>
    /// <returns>The files; null before the first export.</returns>
    /// <exception cref="SettingException">The folder cannot be written.</exception>
    public static async Task<IReadOnlyList<string>?> WriteAsync(
        ProductState state, Instance instance, string? export, IReadOnlyCollection<string> formats, string folder, CancellationToken cancellationToken)
    {
        var (files, content) = (new List<string>(), (ExportContent?)null);
        var target = Path.Combine(Path.GetFullPath(folder), instance.Name);
        foreach (var artifact in ExportFormat.ArtifactsOf(formats))
        {
            var made = export is null ? null : await state.Get<IArtifactStore>().OpenAsync(export, artifact.Name, cancellationToken);
            if (made is null && (content ??= await state.Get<LibraryReport>().ContentAsync(instance, cancellationToken)) is null)
            {
                return null;
            }

            var file = Path.Combine(target, artifact.Name);
            await using (made)
            {
                await WriteAsync(file, stream => made is null ? artifact.WriteAsync(content!, stream, cancellationToken) : made.CopyToAsync(stream, cancellationToken));
            }

            files.Add(file);
        }

        return files;
    }

    /// <summary>A file that is there is replaced when the new one is whole.</summary>
    private static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var unfinished = $"{file}.{Guid.NewGuid():n}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            try
            {
                await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
                {
                    await write(stream);
                }

                File.Move(unfinished, file, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{file} cannot be written: {failure.Message}");
        }
    }
}

using ArrFunctions.Demo.Matroska;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>A folder with films whose default track is English, beside copies of them; deleted afterwards.</summary>
internal sealed class HostFilms : IDisposable
{
    private readonly HostFixture host;
    private readonly DirectoryInfo copies = Directory.CreateTempSubdirectory("copies-");

    public HostFilms(HostFixture host, int count)
    {
        this.host = host;
        Folder = Directory.CreateDirectory(Path.Combine(host.Media, $"e2e-{Guid.NewGuid():N}")).FullName;
        Films = [.. Enumerable.Range(0, count).Select(number => Write($"film-{number:d4}.mkv"))];
    }

    public string Folder { get; }

    /// <summary>The folder, as the host sees it.</summary>
    public string FolderThere => host.There(Folder);

    public IReadOnlyList<ServiceFilm> Films { get; }

    public string There(ServiceFilm film) => host.There(film.Path);

    /// <summary>Cuts a film short; the result puts it back.</summary>
    public static Action Damage(ServiceFilm film)
    {
        using (var file = File.OpenWrite(film.Path))
        {
            file.SetLength(file.Length / 2);
        }

        return () => File.Copy(film.Copy, film.Path, overwrite: true);
    }

    /// <summary>Each has a length of its own: a host knows a file again by inode and length, and inodes are used again.</summary>
    private ServiceFilm Write(string name)
    {
        var film = new ServiceFilm(Path.Combine(Folder, name), Path.Combine(copies.FullName, name));
        var tracks = (MatroskaTrack[])[MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)];
        MatroskaWriter.Write(new MatroskaFile { Tracks = tracks, VoidAfterTracks = Random.Shared.Next(100, 60_000) }, film.Path);
        File.Copy(film.Path, film.Copy);
        return film;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        copies.Delete(recursive: true);
    }
}

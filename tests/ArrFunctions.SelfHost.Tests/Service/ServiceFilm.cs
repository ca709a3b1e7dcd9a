using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>A film whose English track is the default one though Japanese is its original language, and a copy of it as it was.</summary>
internal sealed record ServiceFilm(string Path, string Copy)
{
    private bool IsMp4 => Path.EndsWith(".mp4", StringComparison.Ordinal);

    /// <summary>Writes it as MKV or MP4, by its name.</summary>
    public static ServiceFilm Write(string folder, string copies, string name)
    {
        var film = new ServiceFilm(System.IO.Path.Combine(folder, name), System.IO.Path.Combine(copies, name));
        if (film.IsMp4)
        {
            Mp4Writer.Write(new Mp4File { Tracks = [Mp4Track.Video(), Mp4Track.Audio("eng"), Mp4Track.Audio("jpn")] }, film.Path);
        }
        else
        {
            MatroskaWriter.Write(
                new MatroskaFile { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)] }, film.Path);
        }

        File.Copy(film.Path, film.Copy);
        return film;
    }

    /// <summary>Read by a reader that is no part of the product: Japanese is the default, and nothing else changed.</summary>
    public void AssertIsRight()
    {
        if (IsMp4)
        {
            Assert.Equal([1], Mp4Witness.EnabledAudioTracks(Path));
            Mp4Witness.AssertOnlyEnabledAndGroupsChanged(Copy, Path);
        }
        else
        {
            Assert.Equal([1], MatroskaWitness.DefaultAudioTracks(Path));
            MatroskaWitness.AssertOnlyDefaultFlagsChanged(Copy, Path);
        }
    }

    public void AssertIsAsItWas() => Assert.Equal(File.ReadAllBytes(Copy), File.ReadAllBytes(Path));
}

using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>A Radarr with some movies that were exported once: "Movie 1" has format Good (100), "Movie 2" has Bad (-50), and so on.</summary>
internal sealed class MovieShelf : IAsyncDisposable
{
    public LibraryBench Bench { get; } = new();

    public FakeRadarr Radarr { get; private set; } = null!;

    public CustomFormat Good { get; private set; } = null!;

    public CustomFormat Bad { get; private set; } = null!;

    public List<Movie> Movies { get; } = [];

    public static async Task<MovieShelf> ExportedAsync(int movies = 4)
    {
        var shelf = new MovieShelf();
        shelf.Radarr = await shelf.Bench.RadarrAsync();
        shelf.Good = shelf.Radarr.Formats.Add(static id => new(id, "Good"));
        shelf.Bad = shelf.Radarr.Formats.Add(static id => new(id, "Bad"));
        shelf.Radarr.Profiles.Edit(1, profile => profile.Scored(shelf.Good, 100).Scored(shelf.Bad, -50));
        for (var number = 1; number <= movies; number++)
        {
            shelf.Movies.Add(shelf.Radarr.AddMovie($"Movie {number}", 2000, ServarrLanguage.English));
            shelf.Radarr.Add(shelf.Movies[^1], File(number, number % 2 == 1 ? shelf.Good : shelf.Bad));
        }

        await shelf.Bench.ExportAsync("radarr");
        shelf.Radarr.Requests.Clear();
        return shelf;
    }

    public static Import File(int number, params CustomFormat[] formats) => Import.Virtual($"file {number}.mkv", 1000 + number, "WEBDL-1080p", formats);

    public LibraryFile FileOf(int movie) => Radarr.FilesOf(Movies[movie - 1].Id)[0];

    /// <summary>Calls that ask for the files of movies.</summary>
    public int FileCalls => Radarr.Requests.CountBelow("/api/v3/moviefile");

    public Task AssertStoredAsync() => ToldFile.AssertStoredAsync(Bench, Radarr, "radarr");

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}

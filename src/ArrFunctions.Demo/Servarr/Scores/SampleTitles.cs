namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>Invented titles: each is another one.</summary>
internal static class SampleTitles
{
    private static readonly string[] First =
    [
        "Paper", "Silver", "Quiet", "Northern", "Broken", "Hidden", "Amber", "Hollow", "Distant", "Crimson", "Gentle", "Iron", "Salted", "Wandering", "Second",
        "Blue", "Narrow", "Painted", "Sleeping", "Forgotten", "Borrowed", "Copper", "Endless", "Winter", "Velvet", "Stolen", "Burning", "Glass", "Lonely", "Last",
    ];

    private static readonly string[] Second =
    [
        "Lighthouse", "Harbour", "Orchard", "Almanac", "Ferry", "Cartographer", "Echo", "Garden", "River", "Letter", "Station", "Clock", "Bridge", "Compass", "Lantern",
        "Mountain", "Archive", "Window", "Sparrow", "Engine", "Island", "Mirror", "Train", "Library", "Storm", "Tower", "Valley", "Anchor", "Kingdom", "Road",
    ];

    private static readonly string[] Third = ["", " at Dawn", " of Tin", " in June", " by Night", " Returns", " of Ash", " Below", " in Exile", " of Glass", " Rising", " Abroad"];

    private static readonly string[] Genres = ["Drama", "Comedy", "Action", "Thriller", "Horror", "Animation", "Documentary", "Science Fiction", "Romance", "Crime"];

    public static string Of(int index)
    {
        var (pair, ending) = (index % (First.Length * Second.Length), index / (First.Length * Second.Length));
        var title = $"The {First[pair % First.Length]} {Second[pair / First.Length]}{Third[ending % Third.Length]}";
        return ending < Third.Length ? title : $"{title} {(ending / Third.Length) + 1}";
    }

    public static IReadOnlyList<string> GenresOf(Random random)
    {
        var first = random.Next(Genres.Length);
        return [.. Enumerable.Range(0, random.Next(1, 4)).Select(step => Genres[(first + (step * 3)) % Genres.Length])];
    }

    /// <summary>More of the last years than of those before.</summary>
    public static int YearOf(Random random) => 2025 - (int)(75 * Math.Pow(random.NextDouble(), 2));
}
